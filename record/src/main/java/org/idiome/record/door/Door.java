package org.idiome.record.door;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.kept.InForce;
import org.idiome.store.Accepted;
import org.idiome.store.Consents;
import org.idiome.store.Held;
import org.idiome.store.History;
import org.idiome.store.Losses;
import org.idiome.store.OthersWords;
import org.idiome.store.PersonSeals;
import org.idiome.store.Remnants;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.idiome.store.StoreWriter;
import org.idiome.store.Upkeep;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.journal.AuditRow;
import org.idiome.store.journal.Journal;
import org.jspecify.annotations.Nullable;

/// A store, open to one who asks. For one thread.
///
/// Where the audit cannot be written the store does not open.
public final class Door implements AutoCloseable {
  /// Why audit and consent are read: GDPR article 5(2) asks whoever keeps data to be able to show.
  static final String ACCOUNT = "accountability";

  private final StoreReader store;
  private final Journal journal;
  private final Asker asker;
  private @Nullable Problem notKept;

  private Door(StoreReader store, Journal journal, Asker asker) {
    this.store = store;
    this.journal = journal;
    this.asker = asker;
    var damaged = journal.damaged();
    this.notKept =
        damaged == null
            ? null
            : Problem.of(ProblemCode.STORE_DAMAGED, Place.file("journal.sqlite"), "said", damaged);
  }

  /// Why a store as a whole is looked after.
  static final String UPKEEP = "upkeep";

  /// Opens a store that is there.
  ///
  /// @throws StoreFault where it cannot be read, or its audit cannot be written
  public static Door open(Store folder, Asker asker) {
    var store = folder.read();
    try {
      return new Door(store, folder.journal(store), asker);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// Begins a journal where the one that was is lost; its first row says who did.
  ///
  /// @param name what others are told of the holder of the writer's place
  /// @return false where the journal is there
  /// @throws StoreFault where something else lies in its place
  public static boolean beginJournal(
      Store folder, Asker asker, Rows.BatchHead head, String name, long waitMillis) {
    return folder.beginJournal(head, said(asker, ACCOUNT, null), name, waitMillis);
  }

  /// Accepts the damage of batches; the audit says who did.
  ///
  /// @param name what others are told of the holder of the writer's place
  public static Accepted.Done accept(
      Store folder,
      Asker asker,
      List<Long> batches,
      Rows.BatchHead head,
      String name,
      long waitMillis) {
    return folder.accept(batches, head, said(asker, ACCOUNT, null), name, waitMillis);
  }

  private static AuditRow.Said said(Asker asker, String purpose, @Nullable Sha256 person) {
    var answered = AuditRow.Outcome.ANSWERED;
    return new AuditRow.Said(
        asker.user(), asker.named(), person, purpose, asker.command(), List.of(), answered, null);
  }

  /// Notes that everybody is about to be copied: when this returns, the row is on the disk.
  public static void copying(Upkeep store, Asker asker) {
    var journal = store.journal();
    add(journal, asker, UPKEEP, journal.everybody(), AuditRow.Outcome.ANSWERED, store.persons());
  }

  /// The same, of a store into which nothing can be written but its journal.
  ///
  /// @param persons how many
  public static void copying(Journal journal, Asker asker, long persons) {
    add(journal, asker, UPKEEP, journal.everybody(), AuditRow.Outcome.ANSWERED, persons);
  }

  /// Notes that work on a store as a whole is about to be done, of which nobody is told anything.
  public static void tending(Upkeep store, Asker asker) {
    add(store.journal(), asker, UPKEEP, null, AuditRow.Outcome.ANSWERED, null);
  }

  /// Notes that a batch is about to be taken.
  ///
  /// @param persons of how many
  public static void taking(StoreWriter batch, Asker asker, long persons) {
    var purpose = asker.purpose().code();
    add(batch.journal(), asker, purpose, null, AuditRow.Outcome.ANSWERED, persons);
  }

  /// Whether somebody asked anything of the store by that name.
  public static boolean isAsker(StoreWriter batch, String name) {
    return batch.journal().audit().hasAsker(name);
  }

  private static AuditRow add(
      Journal journal,
      Asker asker,
      String purpose,
      @Nullable Sha256 person,
      AuditRow.Outcome outcome,
      @Nullable Long results) {
    var said =
        new AuditRow.Said(
            asker.user(),
            asker.named(),
            person,
            purpose,
            asker.command(),
            List.of(),
            outcome,
            results);
    return journal.audit().add(asker.clock().instant(), said);
  }

  /// Notes that an answer could not be kept, and why; it is given all the same.
  public void notKept(Problem why) {
    notKept = why;
  }

  /// What is wrong with the store, where an answer could not be kept, or with the catalogue, where
  /// what is told is read out of damaged pages; else null.
  public @Nullable Problem damage() {
    var salvage = store.salvage();
    return salvage == null
        ? notKept
        : Problem.of(
            ProblemCode.STORE_SALVAGED,
            Place.file(StoreFolder.CATALOGUE),
            "said",
            salvage.summary());
  }

  /// What the store lost with pages of its catalogue, before it was copied; that alone leaves no
  /// row.
  public List<Losses.Lost> losses() {
    return Losses.all(store);
  }

  /// Whether there is a person of this id; that alone leaves no row.
  public boolean has(String id) {
    return store.person(id) != null;
  }

  /// Whether nobody of this id is there, and inputs or runs of nobody name them: damage took their
  /// own row. That alone leaves no row.
  public boolean isGone(String id) {
    return !has(id)
        && (PersonSeals.subjectsOfNobody(store).contains(id)
            || PersonSeals.notThere(store, journal.runs().persons()).contains(id));
  }

  /// Whether somebody of this id was asked about before, and is gone with every row of theirs; that
  /// alone leaves no row.
  public boolean isMissed(String id) {
    return !has(id) && PersonSeals.mayBeGone(store, id) && hasAudit(id);
  }

  /// When something of a person was recorded first, UTC, null where nothing is; that alone leaves
  /// no row.
  public @Nullable String firstRecorded(String id) {
    var row = store.person(id);
    return row == null ? null : store.firstRecorded(row.person());
  }

  /// The ids of the persons whom an input calls so; that alone leaves no row.
  public List<String> calledSo(String subject) {
    return store.personsOfSubject(subject);
  }

  /// The ids of others who had the same bytes and replaced them since; that alone leaves no row.
  public List<String> replacedBy(String id) {
    var row = store.person(id);
    return row == null ? List.of() : Remnants.replaced(store, row.person());
  }

  /// Consents and settlements of others whose words name this person; that alone leaves no row.
  public List<String> namedBy(String id) {
    var row = store.person(id);
    return row == null ? List.of() : OthersWords.of(store, row);
  }

  /// Whether the audit has rows about somebody, be it that they are gone; that alone leaves none.
  public boolean hasAudit(String id) {
    return !journal.audit().rows(journal.keyed(id)).isEmpty();
  }

  /// The last batch that was recorded by a time; 0 where there is none.
  public long batchBy(Instant time) {
    return store.batchBy(time);
  }

  /// The last batch that was recorded; 0 where there is none.
  public long lastBatch() {
    return store.lastBatch();
  }

  /// Reads a person.
  ///
  /// @param batch the last that counts; [StoreReader#NEWEST] for everything
  /// @param layer the only one whose observations are read; null for all of them
  /// @return null where nothing of them was known by then
  /// @throws StoreFault where the purpose has no basis; nothing was read then
  public @Nullable OpenPerson person(String id, long batch, @Nullable Layer layer) {
    var row = store.person(id);
    if (row == null) {
      return null;
    }
    var purpose = asker.purpose();
    var basis = trying(purpose.code(), id, () -> basis(row.person()));
    if (!basis.allows(purpose)) {
      note(id, List.of(), AuditRow.Outcome.REFUSED, null);
      throw refusal(id, basis);
    }
    var inForce = trying(purpose.code(), id, () -> InForce.of(store, id, batch, layer));
    if (inForce == null) {
      // That nothing is known of somebody is an answer about them.
      note(id, List.of(), AuditRow.Outcome.ANSWERED, 0L);
      return null;
    }
    return new OpenPerson(
        this, inForce, basis, new Others(this, inForce), Math.min(batch, lastBatch()));
  }

  /// Reads something of a person, or leaves a row that says that it failed.
  <T extends @Nullable Object> T trying(String purpose, String id, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      note(purpose, id, List.of(), AuditRow.Outcome.FAILED, null);
      throw e;
    }
  }

  private StoreFault refusal(String id, Basis basis) {
    var purpose = asker.purpose();
    var hold = basis.hold();
    if (hold != null) {
      var batch = Long.toString(hold.batch());
      return new StoreFault(
          ProblemCode.STORE_NOT_RECORDED_AGAIN, id, "batch", batch, "what", hold.what());
    }
    var begins = basis.begins(purpose);
    if (begins != null) {
      var from = begins.toString();
      return new StoreFault(
          ProblemCode.CONSENT_NOT_GIVEN, id, "from", from, "purpose", purpose.code());
    }
    return new StoreFault(
        switch (basis.of(purpose)) {
          case WITHDRAWN -> ProblemCode.CONSENT_WITHDRAWN;
          case ENDED -> ProblemCode.CONSENT_ENDED;
          case CLOCK_BEHIND -> ProblemCode.CONSENT_CLOCK_BEHIND;
          case NOT_GIVEN, GIVEN -> ProblemCode.CONSENT_NOT_GIVEN;
        },
        id,
        "purpose",
        purpose.code(),
        "clock",
        basis.day().toString(),
        "recorded",
        basis.latest().toString());
  }

  /// What it rests on is looked at before anything of the person is read.
  ///
  /// @throws StoreFault where not all of it is there and as it was written
  Basis basis(long person) {
    return store.surely(() -> {
      PersonSeals.requireWhole(store, person);
      return new Basis(Consents.of(store, person), today(), latestDay(), Held.of(store, person));
    });
  }

  LocalDate today() {
    return LocalDate.ofInstant(asker.clock().instant(), ZoneOffset.UTC);
  }

  /// Today, or a later day on which something was recorded: the clock may have gone back.
  LocalDate latestDay() {
    var today = today();
    try {
      var day = LocalDate.parse(latest().split("T", 2)[0]);
      return day.isAfter(today) ? day : today;
    } catch (DateTimeParseException _) {
      return today; // Nothing was recorded; or damage, which is told of where the row is.
    }
  }

  /// When something was recorded last, be it a batch or a row of the audit, UTC; empty where
  /// nothing was.
  private String latest() {
    var audited = journal.audit().latest();
    var recorded = store.lastRecorded();
    return audited.compareTo(recorded) > 0 ? audited : recorded;
  }

  /// Everybody of whom anything is in force, sorted by id. When this returns, the row of the audit
  /// is on the disk.
  public List<PeopleList.Listed> people(long batch) {
    List<PeopleList.Listed> listed;
    try {
      listed = new PeopleList(this).listed(batch);
    } catch (RuntimeException e) {
      noteEverybody(AuditRow.Outcome.FAILED, null);
      throw e;
    }
    noteEverybody(AuditRow.Outcome.ANSWERED, (long) listed.size());
    return listed;
  }

  private void noteEverybody(AuditRow.Outcome outcome, @Nullable Long results) {
    add(journal, asker, asker.purpose().code(), journal.everybody(), outcome, results);
  }

  /// What was said of a person's consent: who must be able to show it may always read it. When this
  /// returns, the row of the audit is on the disk.
  ///
  /// @return null where there is no such person
  public @Nullable Basis consent(String id) {
    var row = store.person(id);
    if (row == null) {
      return null;
    }
    var basis =
        trying(
            ACCOUNT,
            id,
            () -> {
              var told = basis(row.person());
              History.requireTold(store, id);
              return told;
            });
    note(ACCOUNT, id, List.of(), AuditRow.Outcome.ANSWERED, (long) basis.rows().size());
    return basis;
  }

  /// Notes that somebody is about to be erased: when this returns, the row is on the disk, under a
  /// hash that outlives them.
  public void erasing(String id) {
    note(id, List.of(), AuditRow.Outcome.ANSWERED, null);
  }

  /// The audit, which is audited itself.
  ///
  /// @param id of the one person whom it is about, or null for all of it
  public Audit audit(@Nullable String id) {
    return Audit.read(this, store, journal, id);
  }

  /// Appends a row: when this returns, it is on the disk.
  AuditRow note(
      @Nullable String id, List<String> layers, AuditRow.Outcome outcome, @Nullable Long results) {
    return note(asker.purpose().code(), id, layers, outcome, results);
  }

  /// Notes that somebody is read for an answer about another; it gives out nothing of theirs.
  void noteOther(String id, String layer) {
    note(id, List.of(layer), AuditRow.Outcome.ANSWERED, null);
  }

  /// Notes that many are read for an answer about another, in one row that is shown with everybody.
  void noteMany(String layer) {
    var said =
        new AuditRow.Said(
            asker.user(),
            asker.named(),
            journal.everybody(),
            asker.purpose().code(),
            asker.command(),
            List.of(layer),
            AuditRow.Outcome.ANSWERED,
            null);
    journal.audit().add(asker.clock().instant(), said);
  }

  AuditRow note(
      String purpose,
      @Nullable String id,
      List<String> layers,
      AuditRow.Outcome outcome,
      @Nullable Long results) {
    return journal
        .audit()
        .add(
            asker.clock().instant(),
            new AuditRow.Said(
                asker.user(),
                asker.named(),
                id == null ? null : journal.keyed(id),
                purpose,
                asker.command(),
                layers,
                outcome,
                results));
  }

  StoreReader store() {
    return store;
  }

  Journal journal() {
    return journal;
  }

  Instant now() {
    return asker.clock().instant();
  }

  Asker asker() {
    return asker;
  }

  @Override
  public void close() {
    try (store;
        journal) {
      // Both, also where closing one of them fails.
    }
  }
}
