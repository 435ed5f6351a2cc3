package org.idiome.cli;

import java.util.List;
import org.idiome.profile.Unresolved;
import org.idiome.record.kept.KeptPerson;
import org.idiome.report.words.Figures;

/// The rows of `show --unresolved`: identifiers that the snapshot does not know.
final class UnresolvedTable {
  static final List<String> COLUMNS =
      List.of("person", "layer", "kind", "identifier", "label", "why", "count", "file", "place");

  private UnresolvedTable() {}

  /// How many there are, in words.
  static String count(Unresolved.Found found) {
    return Figures.count(found.unresolved().size())
        + " of "
        + Figures.count(found.identifiers())
        + " identifiers are not resolved by the knowledge of this release; all are kept";
  }

  static List<String> row(KeptPerson person, Unresolved one) {
    var label = one.identifier().display();
    return List.of(
        person.id(),
        one.layer().code(),
        one.kind(),
        one.identifier().id(),
        label == null ? "" : label,
        one.why().code(),
        Long.toString(one.count()),
        person.sources().name(one.first().file()),
        person.sources().locator(one.first()).text());
  }
}
