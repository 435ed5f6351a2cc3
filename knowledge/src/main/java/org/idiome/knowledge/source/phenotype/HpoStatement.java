package org.idiome.knowledge.source.phenotype;

import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.source.SourceDates;

/// What the comments of a table of the Human Phenotype Ontology say of its release.
final class HpoStatement {
  private HpoStatement() {}

  static ReleaseStatement of(HpoTable rows) {
    var version = rows.comment("version", "date");
    var date = version == null ? null : SourceDates.in(version);
    var from = rows.comment("version") == null ? "#date" : "#version";
    return new ReleaseStatement(version, date, date == null ? null : from, null);
  }
}
