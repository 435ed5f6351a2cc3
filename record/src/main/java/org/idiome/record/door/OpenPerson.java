package org.idiome.record.door;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.idiome.core.canonical.Json;
import org.idiome.core.finding.State;
import org.idiome.core.run.Run;
import org.idiome.record.kept.KeptPerson;
import org.idiome.store.Rows;
import org.idiome.store.StoreReader;
import org.idiome.store.journal.AuditRow;
import org.idiome.store.journal.RunLog;
import org.idiome.store.journal.RunRow;
import org.jspecify.annotations.Nullable;

/// A person who is being read. Open until everything that cites the person is written.
public final class OpenPerson implements AutoCloseable {
  private final Door door;
  private final KeptPerson person;
  private final Basis basis;
  private final long batch;
  private boolean isAnswered;

  OpenPerson(Door door, KeptPerson person, Basis basis, long batch) {
    this.door = door;
    this.person = person;
    this.basis = basis;
    this.batch = batch;
  }

  /// What is kept of the person.
  public KeptPerson person() {
    return person;
  }

  /// The store, for what is read when it is needed: dense layers and texts of rows.
  public StoreReader store() {
    return door.store();
  }

  /// What stands of the person's consent.
  public Basis basis() {
    return basis;
  }

  /// The last batch that counts.
  public long batch() {
    return batch;
  }

  /// The same person as of another batch, or null where nothing of them was known by then.
  public @Nullable KeptPerson by(long other) {
    return KeptPerson.read(door.store(), person.id(), other, null);
  }

  /// What one intake of this person says, be it in force or not.
  public KeptPerson intake(Rows.IntakeRow intake) {
    return KeptPerson.of(door.store(), person.id(), intake);
  }

  /// Says that an answer is about to be given: when this returns, the row of the audit is on the
  /// disk.
  ///
  /// @param results how many are given out
  public void answered(long results) {
    door.note(person.id(), layers(), AuditRow.Outcome.ANSWERED, results);
    isAnswered = true;
  }

  private List<String> layers() {
    var layers = new TreeSet<String>();
    person.statements().forEach(statement -> layers.add(statement.layer().code()));
    person.quantities().keySet().forEach(layer -> layers.add(layer.code()));
    person.variants().forEach(file -> layers.add(file.named().layer().code()));
    return List.copyOf(layers);
  }

  /// Keeps a run of this person, unless it is there.
  ///
  /// @param asked the settings as they were given, before a date was filled in
  /// @throws IllegalStateException where the same run was kept with other findings
  public RunRow keep(Run run, SortedMap<String, String> asked) {
    var given = Json.object();
    asked.forEach(given::put);
    var inputs = run.inputs();
    var head =
        new RunRow.Head(
            batch,
            door.asker().purpose().code(),
            inputs.profileState(),
            inputs.snapshot().manifest().hex(),
            text(inputs.software().toJson()),
            text(inputs.settings().toJson()),
            text(given.end()));
    long found = run.findings().stream().filter(one -> one.state() instanceof State.Found).count();
    var made = new RunLog.New(run.id(), person.id(), head, found, run.findingsDigest(), rows(run));
    var kept = door.journal().runs().keep(door.now(), made);
    if (!kept.findingsDigest().equals(run.findingsDigest())) {
      throw new IllegalStateException(
          "run "
              + run.id().shortHex()
              + " was kept on "
              + kept.recorded()
              + " with other findings (digest "
              + kept.findingsDigest().shortHex()
              + ", now "
              + run.findingsDigest().shortHex()
              + ")");
    }
    return kept;
  }

  /// The findings of a run as they are kept.
  public static List<RunRow.FindingRow> rows(Run run) {
    return run.findings().stream()
        .map(one -> new RunRow.FindingRow(one.key().text(), one.state().code(), text(one.toJson())))
        .toList();
  }

  private static String text(Json json) {
    return new String(json.canonicalBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }

  /// The runs that were kept, in that order.
  public List<RunRow> runs() {
    return door.journal().runs().of(person.id());
  }

  /// The findings of a kept run, by key.
  public List<RunRow.FindingRow> findings(RunRow run) {
    return door.journal().runs().findings(run.number());
  }

  /// The rows of the audit about the person, in order.
  public List<AuditRow> audit() {
    var journal = door.journal();
    return journal.audit().rows(journal.keyed(person.id()));
  }

  /// Leaves a row where no answer came of it. The door stays open.
  @Override
  public void close() {
    if (!isAnswered) {
      door.note(person.id(), layers(), AuditRow.Outcome.FAILED, null);
    }
  }
}
