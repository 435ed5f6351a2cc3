package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.form.CallFields;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who was erased is in no byte of what others once had, and what others have stays.
class RemnantsTest {
  private static final String PLANTED = "Plantedperson";
  private static final String OTHER = "otherperson";
  private static final List<String> WORD = List.of(PLANTED);

  @TempDir Path folder;
  private Path root;

  /// Batch 1: one person; 2: another's input is merged into theirs, and a run made of it; 3: that
  /// is undone by a split, and a run made of what is left.
  @BeforeEach
  void mergeAndSplit() {
    root = folder.resolve("store");
    MadePeople.keep(root, OTHER);
    MadePeople.run(root, OTHER, "of the first batch", 1);
    MadePeople.merge(root, OTHER, PLANTED);
    MadePeople.run(root, OTHER, PLANTED, 2);
  }

  private void split() {
    var head = new Rows.BatchHead(MadePeople.FIRST, "split", "test", PLANTED, "is " + PLANTED);
    try (var writer = Store.at(root).write(head, "test", 0)) {
      var intake = writer.inForce("source " + PLANTED).getFirst();
      writer.supersede(intake);
      new IntakeCopy(writer).copy(intake, writer.newPerson(PLANTED).person());
      writer.acknowledge();
    }
    MadePeople.run(root, OTHER, "of the third batch", 3);
    var said =
        new Rows.BatchHead(MadePeople.FIRST, "import", "test", "ada", "not " + PLANTED + ".");
    try (var writer = Store.at(root).write(said, "test", 0)) {
      MadePeople.keep(writer, "third");
      writer.acknowledge();
    }
  }

  private Upkeep.Erased erase(String id) {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      var person = Objects.requireNonNull(upkeep.person(id));
      return upkeep.erase(person, MadePeople.head("erase"), false, false, 0);
    }
  }

  private static List<Long> runs(Path root) {
    try (var journal = Store.at(root).journal()) {
      return journal.runs().of(OTHER).stream().map(run -> run.head().batch()).toList();
    }
  }

  private static Set<String> untold(Path root, long batch) {
    try (var reader = Store.at(root).read()) {
      return Remnants.untold(reader, batch);
    }
  }

  @Test
  void whatAnotherOnceHadGoesWithThePersonWhoseItIs() throws Exception {
    split();
    assertThat(ByteSearch.search(root, WORD))
        .as("the search finds it in the catalogue, the journal and parts of two batches")
        .contains("idiome.sqlite", "journal.sqlite", "layers/genome/00000002-0001.parquet")
        .contains("layers/genome/00000003-0001.parquet");
    assertThat(runs(root)).containsExactly(1L, 2L, 3L);
    var erased = erase(PLANTED);
    assertThat(erased.isPending()).isFalse();
    assertThat(erased.cut()).containsExactly(OTHER);
    assertThat(ByteSearch.search(root, WORD)).isEmpty();
    assertThat(MadePeople.told(root, OTHER)).contains("source " + OTHER, "of the third batch");
    assertThat(runs(root)).as("what rested on it is gone").containsExactly(1L, 3L);
    assertThat(Store.check(root).isSound()).isTrue();
    assertThat(Store.check(root).damage()).isEmpty();
  }

  @Test
  void leavesAGapThatIsNotReadOver() {
    split();
    erase(PLANTED);
    assertThat(untold(root, 1)).isEmpty();
    assertThat(untold(root, 2)).containsExactly(OTHER);
    assertThat(untold(root, 3)).isEmpty();
    try (var reader = Store.at(root).read()) {
      var other = Objects.requireNonNull(reader.person(OTHER));
      Remnants.requireTold(reader, other, 1);
      Remnants.requireTold(reader, other, StoreReader.NEWEST);
      assertThatThrownBy(() -> Remnants.requireTold(reader, other, 2))
          .isInstanceOfSatisfying(
              StoreFault.class,
              fault ->
                  assertThat(fault.problem().code()).isEqualTo(ProblemCode.STORE_INPUTS_ERASED));
    }
    erase(OTHER);
    assertThat(untold(root, 2)).as("the gap goes with the person").isEmpty();
    assertThat(Store.check(root).isSound()).isTrue();
  }

  /// A backup of before the split has it in force with the other.
  @Test
  void doesNotComeBackWithABackupOfBeforeTheSplit() throws Exception {
    var backup = folder.resolve("backup");
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      upkeep.backup(backup, MadePeople.FIRST);
    }
    split();
    erase(PLANTED);
    var to = folder.resolve("to");
    var restored =
        new Restoring(backup, to, List.of(root))
            .restore(MadePeople.head("restore"), false, _ -> {});
    assertThat(restored.erased()).isEqualTo(1);
    assertThat(restored.checked().isSound()).isTrue();
    assertThat(ByteSearch.search(to, WORD)).isEmpty();
    assertThat(MadePeople.told(to, OTHER)).contains("source " + OTHER);
    assertThat(runs(to)).containsExactly(1L);
    assertThat(untold(to, 2)).containsExactly(OTHER);
  }

  /// The first restore erases the remnant by the list, and passes on what it was known by.
  @Test
  void doesNotComeBackByRestoringTwice() throws Exception {
    var merged = folder.resolve("merged");
    var parted = folder.resolve("parted");
    backup(merged);
    split();
    backup(parted);
    erase(PLANTED);
    restore(parted);
    assertThat(ByteSearch.search(root, WORD)).isEmpty();
    restore(merged);
    assertThat(ByteSearch.search(root, WORD)).isEmpty();
    assertThat(MadePeople.told(root, OTHER)).contains("source " + OTHER);
    assertThat(untold(root, 2)).containsExactly(OTHER);
  }

  private void backup(Path to) {
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      upkeep.backup(to, MadePeople.FIRST);
    }
  }

  private void restore(Path backup) {
    var restored =
        new Restoring(backup, root, List.of()).restore(MadePeople.head("restore"), false, _ -> {});
    assertThat(restored.checked().isSound()).isTrue();
  }

  /// What is in force with the other is theirs.
  @Test
  void leavesWhatIsInForceWithAnother() throws Exception {
    MadePeople.keep(root, PLANTED);
    MadePeople.merge(root, OTHER, PLANTED);
    var erased = erase(PLANTED);
    assertThat(erased.cut()).as("the input of batch 2, which has ended").containsExactly(OTHER);
    assertThat(ByteSearch.search(root, WORD)).isNotEmpty();
    assertThat(MadePeople.told(root, OTHER)).contains("source " + PLANTED);
    assertThat(untold(root, StoreReader.NEWEST)).isEmpty();
    assertThat(Store.check(root).isSound()).isTrue();
  }

  /// One variant file of a family: another's sample in it is another's.
  @Test
  void tellsTheSamplesOfOneFileApart() {
    calls("child", "S1");
    calls("mother", "S2");
    calls("mix-up", "S1");
    withdraw("file of mother");
    withdraw("file of mix-up");
    assertThat(erase("child").cut()).containsExactly("mix-up");
    try (var reader = Store.at(root).read()) {
      var mother = Objects.requireNonNull(reader.person("mother"));
      assertThat(reader.ofSource(mother.person(), "file of mother")).hasSize(1);
    }
    assertThat(Store.check(root).isSound()).isTrue();
  }

  private void calls(String id, String sample) {
    try (var writer = Store.at(root).write(MadePeople.head("import"), "test", 0)) {
      var person = writer.newPerson(id);
      var file = Sha256.of("family.vcf".getBytes(StandardCharsets.UTF_8));
      long intake = writer.intake(person.person(), "file of " + id, "", file);
      writer.file(intake, new Rows.FileRow(0, "family.vcf", file, 10, 0));
      var calls = writer.calls(person.person(), Layer.GENOME.code(), file);
      calls.add(new CallFields(10, "1", 100, 101, true, "A", "G", "0/1", null, sample));
      calls.end("{\"sample\":\"" + sample + "\"}");
      writer.link(intake, calls.number(), 0);
      writer.content(intake, "{}");
      writer.acknowledge();
    }
  }

  private void withdraw(String source) {
    try (var writer = Store.at(root).write(MadePeople.head("withdraw"), "test", 0)) {
      writer.inForce(source).forEach(writer::supersede);
      writer.acknowledge();
    }
  }
}
