package org.idiome.record.kept;

import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.SnapshotId;
import org.idiome.core.run.RunInputs;
import org.idiome.core.run.Settings;
import org.idiome.core.run.Software;
import org.idiome.store.journal.RunRow;

/// A run that was kept, with what it was made from read back.
///
/// @param asked the settings as they were given, before a date was filled in
public record KeptRun(RunRow row, RunInputs inputs, SortedMap<String, String> asked) {

  /// Reads it.
  public static KeptRun of(RunRow row) {
    var head = row.head();
    var software = Stored.of(head.software());
    var tables = new TreeMap<String, Sha256>();
    software.in("rule_tables").texts().forEach((name, hex) -> tables.put(name, new Sha256(hex)));
    return new KeptRun(
        row,
        new RunInputs(
            head.profileState(),
            new SnapshotId(new Sha256(head.snapshot())),
            new Software(software.text("release"), software.in("interpreters").texts(), tables),
            new Settings(Stored.of(head.settings()).texts())),
        Stored.of(head.asked()).texts());
  }
}
