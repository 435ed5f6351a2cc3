package org.idiome.core.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.idiome.testkit.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigesterTest {
  @Test
  void hashesAsTheStandardDoes() {
    // FIPS 180-4 examples: the empty message and "abc".
    assertThat(Sha256.of(new byte[0]).hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Sha256.of("abc".getBytes(StandardCharsets.UTF_8)).hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void hashesTheBytesItsPageStates() {
    // printf '\0\0\0\0\0\0\0\3\316\261b\0\0\0\0\0\0\0\7' | sha256sum
    assertThat(new Digester().text("αb").integer(7).end().hex())
        .isEqualTo("e9464f51226096a4c06beeaf4eb434557c27e14f5bb4d1c4895240afe3651fe4");
  }

  @Test
  void keepsFieldsApart() {
    Cases.check(
        "moving a letter from one field to the next changes the hash",
        made -> {
          var one = made.text("ab", 5);
          var other = made.text("ab", 5);
          var moved = new Digester().text(one + "a").text(other).end();
          assertThat(moved).isNotEqualTo(new Digester().text(one).text("a" + other).end());
        });
  }

  @Test
  void countsEveryNanAsOneAndZeroWithoutSign() {
    var otherNan = Double.longBitsToDouble(0x7ff8000000000001L);
    assertThat(new Digester().number(otherNan).end())
        .isEqualTo(new Digester().number(Double.NaN).end());
    assertThat(new Digester().number(-0.0).end()).isEqualTo(new Digester().number(0.0).end());
  }

  @Test
  void startsAnewAfterItsEnd() {
    var digester = new Digester();
    var first = digester.text("a").end();
    assertThat(digester.text("a").end()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"})
  void refusesWhatIsNoDigest(String hex) {
    assertThatThrownBy(() -> new Sha256(hex)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isShortForEyes() {
    assertThat(Sha256.of(new byte[0]).shortHex()).isEqualTo("e3b0c44298fc");
  }
}
