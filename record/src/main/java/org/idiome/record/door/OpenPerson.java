package org.idiome.record.door;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.idiome.core.canonical.Json;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.finding.State;
import org.idiome.core.run.Run;
import org.idiome.genomics.identity.Elsewhere;
import org.idiome.record.kept.InForce;
import org.idiome.record.kept.KeptAnswer;
import org.idiome.record.kept.KeptPerson;
import org.idiome.record.kept.KeptRun;
import org.idiome.store.History;
import org.idiome.store.Remnants;
import org.idiome.store.Rows;
import org.idiome.store.StoreReader;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.journal.AuditRow;
import org.idiome.store.journal.RunLog;
import org.idiome.store.journal.RunRow;
import org.jspecify.annotations.Nullable;

/// A person who is being read. Open until everything that cites the person is written.
///
/// What is kept of them is read when it is first asked for.
public final class OpenPerson implements AutoCloseable {
  private final Door door;
  private final InForce inForce;
  private final Basis basis;
  private final Others others;
  private final long batch;
  private boolean isAnswered;

  OpenPerson(Door door, InForce inForce, Basis basis, Others others, long batch) {
    this.door = door;
    this.inForce = inForce;
    this.basis = basis;
    this.others = others;
    this.batch = batch;
  }

  /// The person's id in the store.
  public String id() {
    return inForce.id();
  }

  /// What is kept of the person.
  public KeptPerson person() {
    return inForce.person();
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
    return KeptPerson.read(door.store(), id(), other, null);
  }

  /// The batches after one and through another that changed what is in force of the person.
  public List<Rows.BatchLine> batches(long after, long through) {
    return History.batches(door.store(), id(), after, through);
  }

  /// The batches after one and through another that changed what others have in common with the
  /// person, and nothing of the person: who asks as of an earlier batch is answered without them.
  public List<Outside> besides(long after, long through) {
    return around().records(after, through);
  }

  /// What changed outside of the person after one batch and through another, or by a day since one,
  /// and is so whenever it is asked: consents, and erasures.
  public List<Outside> standing(long after, long through, LocalDate since) {
    var purposes = Set.of(Purpose.KIN.code(), door.asker().purpose().code());
    return around().standing(after, through, purposes, since, door.today());
  }

  private Around around() {
    return new Around(door.store(), new Rows.PersonRow(inForce.number(), id()), others);
  }

  /// As of which batches the person cannot be told, because inputs of then were erased with
  /// somebody else; runs that were made of them are gone, too.
  public List<Remnants.Gap> gaps() {
    return Remnants.gaps(door.store(), id());
  }

  /// What others of the store have in common with this person as of a batch, and may be a mix-up.
  ///
  /// @param person as of that batch
  public List<Elsewhere> elsewhere(KeptPerson person, long by) {
    return others.read(person, by);
  }

  /// What one intake of this person says, be it in force or not.
  public KeptPerson intake(Rows.IntakeRow intake) {
    return KeptPerson.of(door.store(), id(), intake);
  }

  /// Says that an answer is about to be given: when this returns, the row of the audit is on the
  /// disk.
  ///
  /// @param results how many are given out
  public void answered(long results) {
    door.note(id(), inForce.layers(), AuditRow.Outcome.ANSWERED, results);
    isAnswered = true;
  }

  /// Keeps a run of this person, unless it is there.
  ///
  /// @param asked the settings as they were given, before a date was filled in
  /// @throws IllegalStateException where the same run was kept with other findings
  public RunRow keep(Run run, SortedMap<String, String> asked) {
    var inputs = run.inputs();
    var head =
        new RunRow.Head(
            batch,
            record(),
            door.asker().purpose().code(),
            inputs.profileState(),
            inputs.snapshot().manifest().hex(),
            text(inputs.software().toJson()),
            text(inputs.settings().toJson()),
            text(asked),
            text(KeptAnswer.stored(run.problems())));
    long found = run.findings().stream().filter(one -> one.state() instanceof State.Found).count();
    var made = new RunLog.New(run.id(), id(), head, found, run.findingsDigest(), rows(run));
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

  private Sha256 record() {
    var digester = inForce.digest().text(basis.state());
    others.digestInto(digester, batch);
    return digester.end();
  }

  /// The newest run that was kept of the same question: same record, settings and release of the
  /// software, which brings its knowledge along; null where there is none.
  ///
  /// @param release see [org.idiome.core.run.Software#release]
  /// @throws StoreFault where it, or a newer one, is not as it was kept
  public @Nullable KeptAnswer standing(SortedMap<String, String> asked, String release) {
    var record = record();
    var runs = door.journal().runs();
    for (var each : runs.newestFirst(id())) {
      var run = each.run();
      if (run == null) {
        throw RunLog.damaged(each.number(), id());
      }
      var head = run.head();
      if (head.record().equals(record) && head.asked().equals(text(asked))) {
        var findings = findings(run);
        if (KeptRun.of(run).inputs().software().release().equals(release)) {
          return new KeptAnswer(run, findings);
        }
      }
    }
    return null;
  }

  /// The findings of a run as they are kept.
  public static List<RunRow.FindingRow> rows(Run run) {
    return run.findings().stream()
        .map(one -> new RunRow.FindingRow(one.key().text(), one.state().code(), text(one.toJson())))
        .toList();
  }

  private static String text(SortedMap<String, String> asked) {
    var given = Json.object();
    asked.forEach(given::put);
    return text(given.end());
  }

  private static String text(Json json) {
    return new String(json.canonicalBytes(), StandardCharsets.UTF_8);
  }

  /// The runs that were kept, in that order.
  ///
  /// @throws StoreFault where one of them is not as it was kept, or is missing
  public List<RunRow> runs() {
    var runs = door.journal().runs().of(id());
    runs.forEach(this::findings);
    door.journal().runs().requireAll(id());
    return runs;
  }

  /// Whether another run than this was kept.
  public boolean hasOtherRun(Sha256 id) {
    return door.journal().runs().hasOther(id(), id);
  }

  /// The findings of a kept run, by key.
  ///
  /// @throws StoreFault where they are not as they were kept
  public List<RunRow.FindingRow> findings(RunRow run) {
    var runs = door.journal().runs();
    var findings = runs.findings(run.number());
    if (!runs.isWhole(run, findings)) {
      throw RunLog.damaged(run.number(), id());
    }
    return findings;
  }

  /// The rows of the audit about the person, in order: also those where everybody was read.
  public List<AuditRow> audit() {
    return Audit.about(door.store(), door.journal(), id());
  }

  /// Leaves a row where no answer came of it. The door stays open.
  @Override
  public void close() {
    if (!isAnswered) {
      door.note(id(), inForce.layers(), AuditRow.Outcome.FAILED, null);
    }
  }
}
