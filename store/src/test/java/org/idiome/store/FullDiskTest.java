package org.idiome.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.testkit.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A disk that is full at any kind of write: the store is as it was, and the next import works.
///
/// On a file system of its own that is filled up; where none can be mounted, in a process that may
/// make no long file. Which of the two it was is printed.
@Tag("slow")
class FullDiskTest {
  private static final long DISK_KIBIBYTES = 8 << 10;
  private static final String ONE = "one";
  private static final String TWO = "two";

  /// What is left on the disk, or how long a file may be, in KiB.
  private static final int[] ROOM = {0, 4, 12, 32, 68, 100, 140, 180, 260, 400};

  @TempDir Path folder;
  private Path whole;

  /// A kind of work that writes.
  enum Work {
    SMALL_IMPORT,
    DENSE_IMPORT,
    AUDIT,
    RUN,
    ERASE,
    COMPACT,
    BACKUP,
    RESTORE;

    /// Whether it writes into a folder of its own, from a store elsewhere.
    boolean isCopy() {
      return this == BACKUP || this == RESTORE;
    }

    /// Does it.
    ///
    /// @param from the store, or the backup
    /// @param to what it makes of it
    void work(Path from, Path to) {
      switch (this) {
        case SMALL_IMPORT -> MadePeople.keepSmall(from, "new");
        case DENSE_IMPORT -> MadePeople.keep(from, "new");
        case AUDIT -> MadePeople.audit(from, 1);
        case RUN -> MadePeople.run(from, TWO);
        case RESTORE ->
            new Restoring(from, to, List.of()).restore(MadePeople.head("restore"), true, _ -> {});
        case ERASE, COMPACT, BACKUP -> {
          try (var upkeep = Store.at(from).upkeep("test", 0)) {
            upkeep(upkeep, to);
          }
        }
      }
    }

    private void upkeep(Upkeep upkeep, Path to) {
      switch (this) {
        case ERASE -> {
          var person = Objects.requireNonNull(upkeep.person(ONE));
          var why = upkeep.erase(person, MadePeople.head("erase"), false, false, 0).why();
          if (why != null) {
            throw new StoreFault(ProblemCode.STORE_FAILED, why.place().file());
          }
        }
        case COMPACT -> upkeep.compact(MadePeople.FIRST, 0);
        default -> upkeep.backup(to, MadePeople.FIRST);
      }
    }

    /// Whoever makes room where the backup lies, or looks for another fault, makes none here.
    private boolean isWrong(Problem problem, Path from) {
      boolean isOther = isCopy() && problem.place().text().startsWith(from.toString());
      boolean isFull = String.valueOf(problem.values().get("said")).contains("No space left");
      return isOther || (isFull && problem.code() != ProblemCode.STORE_FULL);
    }

    /// Does it and answers with `done`, or where it failed.
    String tried(Path from, Path to) {
      try {
        work(from, to);
        return "done";
      } catch (StoreFault | UncheckedIOException full) {
        if (full instanceof StoreFault fault && isWrong(fault.problem(), from)) {
          return "with wrong words: " + full.getMessage();
        }
        for (var frame : full.getStackTrace()) {
          if (frame.getClassName().startsWith("org.idiome.store.dense.")) {
            return "part";
          }
          if (frame.getClassName().startsWith("org.idiome.store.journal.")) {
            return "journal";
          }
        }
        return "catalogue";
      }
    }
  }

  /// One kind of work, elsewhere.
  static final class Doing {
    private Doing() {}

    /// Says what became of it.
    public static void main(String[] args) {
      System.out.println(Work.valueOf(args[0]).tried(Path.of(args[1]), Path.of(args[2])));
    }
  }

  @BeforeEach
  void keepPeople() {
    whole = folder.resolve("whole");
    MadePeople.keep(whole, ONE);
    MadePeople.keep(whole, TWO, ONE);
    MadePeople.run(whole, ONE);
  }

  private static String told(Path root) {
    return MadePeople.told(root, ONE) + MadePeople.told(root, TWO);
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheStoreAsItWas(Work work) throws Exception {
    var from = work == Work.RESTORE ? backup() : whole;
    boolean isDisk = SmallDisk.isPossible(folder.resolve("attempt"));
    var failed = new TreeSet<String>();
    for (int room : ROOM) {
      failed.add(isDisk ? onDisk(work, from, room) : limited(work, from, room));
    }
    System.out.println(
        work.name().toLowerCase(Locale.ROOT)
            + ": "
            + (isDisk ? "a full disk" : "a limit on files, for no file system can be mounted")
            + ", failed at "
            + failed);
    failed.remove("done");
    assertThat(failed).isNotEmpty().noneMatch(one -> one.startsWith("with wrong words"));
    // A limit on files is met by the catalogue first, which is the longest.
    if (isDisk && work == Work.DENSE_IMPORT) {
      assertThat(failed).contains("part");
    }
  }

  private Path backup() {
    var backup = folder.resolve("backup");
    try (var upkeep = Store.at(whole).upkeep("test", 0)) {
      upkeep.backup(backup, MadePeople.FIRST);
    }
    return backup;
  }

  private String onDisk(Work work, Path from, int room) throws Exception {
    var place = folder.resolve("disk");
    try (var disk = SmallDisk.mount(place, DISK_KIBIBYTES)) {
      var store = place.resolve("store");
      if (!work.isCopy()) {
        Copies.folder(from, store);
      }
      disk.leave(room);
      var became = work.tried(work.isCopy() ? from : store, place.resolve("made"));
      disk.free();
      requireAsItWas(work, work.isCopy() ? whole : store, place, became);
      return became;
    }
  }

  private String limited(Work work, Path from, int room) throws Exception {
    var place = Files.createDirectories(folder.resolve("limited-" + room));
    var store = place.resolve("store");
    if (!work.isCopy()) {
      Copies.folder(from, store);
    }
    var doing =
        Elsewhere.limited(
            room, Doing.class, work, work.isCopy() ? from : store, place.resolve("made"));
    try (var out = doing.inputReader(UTF_8)) {
      var became = out.lines().reduce("", (_, line) -> line);
      doing.waitFor();
      requireAsItWas(work, work.isCopy() ? whole : store, place, became);
      return became;
    }
  }

  private void requireAsItWas(Work work, Path store, Path place, String became) throws IOException {
    boolean isDone = became.equals("done");
    var what = work + " " + became;
    if (work.isCopy()) {
      assertThat(Files.exists(place.resolve("made"))).as(what).isEqualTo(isDone);
    }
    if (!work.isCopy() || isDone) {
      var checked = Store.check(work.isCopy() ? place.resolve("made") : store);
      assertThat(checked.damage()).as(what).isEmpty();
      assertThat(checked.foreign()).as(what).isEmpty();
    }
    if (work == Work.ERASE) {
      var one = MadePeople.told(store, ONE);
      assertThat(one).as(what).isIn("", MadePeople.told(whole, ONE));
      assertThat(MadePeople.told(store, TWO)).isEqualTo(MadePeople.told(whole, TWO));
    } else if (!work.isCopy() && (work != Work.RUN || !isDone)) {
      assertThat(told(store)).as(what).isEqualTo(told(whole));
      assertThat(people(store).contains("new")).isEqualTo(isDone && work.name().endsWith("IMPORT"));
    }
    if (!work.isCopy()) {
      MadePeople.keep(store, "next");
      assertThat(Store.check(store).isSound()).as(what).isTrue();
      assertThat(people(store)).contains("next");
    }
  }

  private static Set<String> people(Path store) {
    try (var reader = Store.at(store).read()) {
      return new TreeSet<>(reader.personIds());
    }
  }
}
