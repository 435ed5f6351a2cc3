package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// What is offered works when it is pasted.
@Isolated
class CalledTest {
  @BeforeEach
  void call() {
    System.setProperty("idiome.called", "./idiome");
  }

  @AfterEach
  void forget() {
    System.clearProperty("idiome.called");
  }

  @Test
  void commandsThatAreOfferedBeginWithTheNameThatWasCalled() {
    assertThat(Called.in("'idiome people' lists them")).isEqualTo("'./idiome people' lists them");
    assertThat(Called.in("idiome: no; idiome changes P"))
        .isEqualTo("idiome: no; ./idiome changes P");
    for (var other : new String[] {"./idiome people", "idiome itself", "idiome people.vcf"}) {
      assertThat(Called.in(other)).isEqualTo(other);
    }
    System.clearProperty("idiome.called");
    assertThat(Called.in("'idiome people' lists")).isEqualTo("'idiome people' lists");
  }

  @Test
  void anUnknownCommandIsNamedWithTheNearestThatThereIs() {
    var ran = idiome("interpet", "x");
    assertThat(ran.exit()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(ran.err()).contains("no command is called 'interpet'; 'interpret' is");
    assertThat(idiome("foo").err())
        .contains("no command is called 'foo'\n")
        .doesNotContain("Unmatched");
    assertThat(idiome("store", "verfy").err()).contains("called 'verfy'; 'verify' is");
  }
}
