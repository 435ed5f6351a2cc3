package org.idiome.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/// States of a store agree as far as one goes on from the other; `-` takes back, the number is
/// when.
class BranchesTest {
  private static final BiPredicate<String, String> IS_EVENT = String::equals;

  private static Branches<String> branches(String base, String... ways) {
    var branches =
        new Branches<String>(
            words(base),
            (one, other) -> one.split("@", 2)[0].equals(other.split("@", 2)[0]),
            said -> said.startsWith("-"),
            (one, _) -> one);
    for (var way : ways) {
      branches.add(words(way), IS_EVENT);
    }
    return branches;
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  @Test
  void oneThatGoesOnIsAgreed() {
    var branches = branches("-@1", "-@1 a@2 -@3", "-@1 a@2", "", "-@1");
    assertThat(branches.agreed()).containsExactly("a@2", "-@3");
    assertThat(branches.contested(IS_EVENT)).isEmpty();
  }

  /// What was carried into another state is the same, be it that it was recorded later there.
  @Test
  void whatWasRecordedAgainIsTheSame() {
    var branches = branches("", "a@1 -@2 b@3", "a@8 -@9");
    assertThat(branches.agreed()).containsExactly("a@1", "-@2", "b@3");
    assertThat(branches.contested(IS_EVENT)).isEmpty();
  }

  /// An equal row that stands earlier is not this one.
  @Test
  void theLastWithdrawalOfAnotherStateIsNotLost() {
    var branches = branches("-@1", "-@1 a@2", "-@1 b@2 -@3");
    assertThat(branches.agreed()).isEmpty();
    assertThat(branches.contested(IS_EVENT)).containsExactly("a@2", "b@2", "-@3");
  }

  @Test
  void aStateThatIsBesideTheBackupTakesBackWhatItTookBack() {
    var branches = branches("a@1 -@2 b@3", "a@1 c@2 -@4 b@5");
    assertThat(branches.agreed()).isEmpty();
    assertThat(branches.contested(IS_EVENT)).containsExactly("c@2", "-@4");
    assertThat(branches("a@1 b@2 -@3", "a@1 -@3").contested(IS_EVENT)).isEmpty();
  }
}
