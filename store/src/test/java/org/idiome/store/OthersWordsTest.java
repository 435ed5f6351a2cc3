package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.idiome.core.canonical.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words of others are gone from the runs that told them, too.
class OthersWordsTest {
  private static final String PLANTED = "Plantedaunt";
  private static final String OTHER = "other";

  @TempDir Path root;

  private void settle() {
    try (var writer = Store.at(root).write(MadePeople.head("settle"), "test", 0)) {
      var person = Objects.requireNonNull(writer.person(OTHER));
      var answer = Sha256.of(new byte[0]);
      var said = new Settlements.Said("finding", answer, true, "ada", "no mix-up with " + PLANTED);
      Settlements.add(writer, person.person(), said);
      writer.acknowledge();
    }
  }

  /// Whoever read an earlier state keeps their run behind the erasure's back; it goes when they do.
  @Test
  void aRunThatIsKeptMeanwhileGoesWithItsReader() {
    MadePeople.keepSmall(root, PLANTED);
    MadePeople.keepSmall(root, OTHER);
    settle();
    MadePeople.run(root, OTHER, "before the settlement", 2);
    try (var reader = Store.at(root).read()) {
      assertThat(reader.lastBatch()).isEqualTo(3);
      try (var upkeep = Store.at(root).upkeep("test", 0)) {
        var person = Objects.requireNonNull(upkeep.person(PLANTED));
        var erased = upkeep.erase(person, MadePeople.head("erase"), false, true, 0);
        assertThat(erased.isPending()).isTrue();
      }
      MadePeople.run(root, OTHER, "settled: no mix-up with " + PLANTED, 3);
      MadePeople.run(root, OTHER, "behind it", 4);
    }
    try (var upkeep = Store.at(root).upkeep("test", 0)) {
      assertThat(upkeep.finishErasures(MadePeople.FIRST, 0)).isZero();
    }
    try (var journal = Store.at(root).journal()) {
      assertThat(journal.runs().of(OTHER))
          .extracting(run -> run.head().batch())
          .containsExactly(2L, 4L);
    }
    assertThat(Store.check(root).isSound()).isTrue();
  }
}
