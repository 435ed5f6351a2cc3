package org.idiome.record.phenopacket;

import java.util.HashMap;
import java.util.Map;
import org.idiome.core.observation.Specimen;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// What the items of a packet may refer to: the person, the specimens, the author.
final class Scope {
  /// Stands for the author of an outside finding that names none.
  static final String AUTHOR_NOT_STATED = "not stated";

  private final String subject;
  private final String author;
  private final When recorded;
  private final Map<String, Specimen.State> specimens = new HashMap<>();

  Scope(String subject, @Nullable String author, When recorded) {
    this.subject = subject;
    this.author = author == null ? AUTHOR_NOT_STATED : author;
    this.recorded = recorded;
  }

  String subject() {
    return subject;
  }

  String author() {
    return author;
  }

  When recorded() {
    return recorded;
  }

  void add(Specimen specimen) {
    specimens.put(specimen.id(), specimen.state());
  }

  /// The state of a specimen, or null where there is none of that id.
  Specimen.@Nullable State state(String specimen) {
    return specimens.get(specimen);
  }
}
