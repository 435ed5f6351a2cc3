package org.idiome.knowledge.publisher;

import java.net.URI;
import org.idiome.knowledge.release.Licence;

/// A source as its publisher gives it.
///
/// @param name short stable name
/// @param address of the newest release, or of the page that leads to it
/// @param form whether the address gives the file itself
/// @param isByAgreement whether the publisher asks for a login or an agreement
/// @param isConfirmed whether address and licence were looked at on the publisher's page
public record Publisher(
    String name,
    String title,
    URI address,
    Licence licence,
    Form form,
    boolean isByAgreement,
    boolean isConfirmed) {

  /// What an address gives.
  public enum Form {
    /// The file as readers take it.
    FILE,
    /// An archive that holds it.
    ARCHIVE,
    /// A page that leads to it.
    PAGE
  }
}
