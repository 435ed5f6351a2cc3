package org.idiome.record.kept;

import java.util.List;
import java.util.TreeSet;
import org.idiome.core.presence.Presence;
import org.idiome.core.time.When;
import org.idiome.store.Rows;
import org.idiome.store.StoreReader;

/// What one input says of who somebody is, by which two persons of one id are told apart.
///
/// @param sexes codes that are stated, sorted
/// @param born as stated, or *not stated*
public record WhoItIs(List<String> sexes, When born) {
  /// Copies the list.
  public WhoItIs {
    sexes = List.copyOf(sexes);
  }

  /// Reads it.
  public static WhoItIs of(StoreReader store, Rows.IntakeRow intake) {
    store.requireSame(intake);
    var sexes = new TreeSet<String>();
    for (var segment : store.segments(intake.intake())) {
      if (segment.shape().equals(Intake.STATEMENT)) {
        store.statements(segment.segment()).stream()
            .filter(row -> row.kind().equals("sex"))
            .filter(row -> row.presence().equals(Presence.Looked.PRESENT.code()))
            .forEach(row -> sexes.add(row.concept()));
      }
    }
    var content = Stored.of(intake.content());
    return new WhoItIs(List.copyOf(sexes), ContentReader.individual(content).born());
  }
}
