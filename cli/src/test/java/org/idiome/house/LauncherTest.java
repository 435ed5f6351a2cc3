package org.idiome.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.house.FakeCheckout.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `./idiome` and `./mvnw`, in a checkout of their own whose JDK and Maven only say what they are
/// asked.
class LauncherTest {
  @TempDir Path folder;
  private FakeCheckout checkout;

  @BeforeEach
  void layOut() throws IOException {
    checkout = new FakeCheckout(folder);
  }

  @Test
  void buildsOnFirstUseAndNotAgain() throws Exception {
    assertThat(checkout.run("./idiome", "--version").err()).contains("idiome: building");
    assertThat(checkout.builds()).isEqualTo(1);
    assertThat(checkout.run("./idiome", "--version").err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void handsArgumentsOnAsTheyAre() throws Exception {
    var said = checkout.run("./idiome", "scan", "a b.vcf", "*", "", "$HOME", "it's");
    assertThat(said.out()).endsWith("[org.idiome.cli.Main][scan][a b.vcf][*][][$HOME][it's]\n");
  }

  /// The C locale, or one that is not installed, would hide files whose names are not ASCII.
  @Test
  void readsNamesOfFilesAsUtf8InAnyLocale() throws Exception {
    assertThat(checkout.run("./idiome", "locale").out()).isEqualTo("C.UTF-8\n");
    checkout.environment("LC_ALL", "tr_TR.UTF-8");
    assertThat(checkout.run("./idiome", "locale").out()).isEqualTo("C.UTF-8\n");
  }

  @Test
  void saysWhichStreamsLeadToAPersonAndHowItWasCalled() throws Exception {
    assertThat(checkout.run("./idiome", "x").out())
        .contains("[-Didiome.terminals=]", "[-Didiome.called=./idiome]");
  }

  @Test
  void leavesStandardOutputAndInputToTheProgram() throws Exception {
    var said = checkout.run("./idiome", "cat");
    assertThat(said.code()).isZero();
    assertThat(said.out()).isEqualTo(FakeCheckout.INPUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "dash", "bash"})
  void runsInAnyShellThroughLinksFromAnywhere(String shell) throws Exception {
    checkout.addTool(shell);
    var elsewhere = Files.createDirectories(folder.resolve("else where/bin"));
    var link = Files.createSymbolicLink(elsewhere.resolve("one"), checkout.root("idiome"));
    Files.createSymbolicLink(elsewhere.resolve("two"), Path.of(link.getFileName().toString()));
    var said = checkout.runIn(elsewhere, shell, "two", "x");
    assertThat(said.err()).contains("idiome: building").doesNotContain("not found");
    assertThat(said.out()).endsWith("[x]\n");
  }

  @Test
  void buildsAgainWhenSourcesAreNewerOrGone() throws Exception {
    checkout.run("./idiome");
    checkout.write("cli/src/main/java/New.java", "class New {}");
    checkout.run("./idiome");
    assertThat(checkout.builds()).isEqualTo(2);
    Files.delete(checkout.root("cli/src/main/java/New.java"));
    checkout.run("./idiome");
    assertThat(checkout.builds()).isEqualTo(3);
    checkout.write("cli/src/test/java/NewTest.java", "class NewTest {}");
    checkout.run("./idiome");
    assertThat(checkout.builds()).isEqualTo(3);
  }

  @Test
  void buildsOnceForManyWhoCallAtOnce() throws Exception {
    checkout.write("slow", "");
    var calls = new ArrayList<Process>();
    for (int i = 0; i < 4; i++) {
      calls.add(checkout.start(checkout.root("."), "./idiome", "x"));
    }
    for (Process call : calls) {
      assertThat(FakeCheckout.said(call).out()).endsWith("[x]\n");
    }
    assertThat(checkout.builds()).isEqualTo(1);
    assertThat(checkout.root("target/idiome/lock")).doesNotExist();
  }

  @Test
  void runsFromADistributionWithoutMaven() throws Exception {
    checkout.removeTool("mvn");
    checkout.write("lib/jars", "core.jar\ncli-0.jar\n");
    for (String script : List.of("jdk.sh", "start.sh")) {
      Files.copy(checkout.root(".mvn/" + script), checkout.root("lib/" + script));
    }
    var said = checkout.run("./idiome", "scan", "a b.vcf");
    assertThat(said.out()).contains("/lib/core.jar:").endsWith("[scan][a b.vcf]\n");
    assertThat(said.out()).contains("[-XX:AOTCache=");
    assertThat(said.out())
        .as("the driver clears no folder that others share, where two at once get into their way")
        .contains("[-Dorg.sqlite.tmpdir=" + checkout.root("lib").toRealPath() + "]");
    assertThat(checkout.root("target")).doesNotExist();
  }

  @Test
  void takesTheLockOverFromABuilderThatDied() throws Exception {
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createDirectories(checkout.root("target/idiome"));
    Files.createSymbolicLink(
        checkout.root("target/idiome/lock"), Path.of(Long.toString(dead.pid())));
    assertThat(checkout.run("./idiome", "x").out()).endsWith("[x]\n");
    assertThat(checkout.root("target/idiome/lock")).doesNotExist();
  }

  @Test
  void keepsTheBuildThatAnotherProgramRunsFrom() throws Exception {
    checkout.run("./idiome");
    var first = checkout.current();
    checkout.write("cli/src/main/java/New.java", "class New {}");
    checkout.run("./idiome");
    assertThat(checkout.current()).isNotEqualTo(first);
    assertThat(checkout.root("target/idiome/" + first + "/core.jar")).exists();
  }

  @Test
  void showsTheEndOfTheLogOfABuildThatFailed() throws Exception {
    checkout.write("broken", "");
    var said = checkout.run("./idiome", "--version");
    assertThat(said.code()).isEqualTo(70);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("the build failed", "[ERROR] cannot find symbol");
    Files.delete(checkout.root("broken"));
    assertThat(checkout.run("./idiome", "x").out()).endsWith("[x]\n");
  }

  @Test
  void givesNoJvmTheStartCacheOfAnother() throws Exception {
    var first = cache(checkout.run("./idiome"));
    assertThat(cache(checkout.run("./idiome"))).isEqualTo(first);
    checkout.jdk("jdk", "25.0.4");
    assertThat(cache(checkout.run("./idiome"))).isNotEqualTo(first);
    assertThat(checkout.builds()).isEqualTo(1);
  }

  /// Every class of a cache is linked at every start.
  @Test
  void givesShortCommandsASmallerCache() throws Exception {
    assertThat(cache(checkout.run("./idiome", "people"))).endsWith("-short.aot");
    assertThat(cache(checkout.run("./idiome", "import"))).doesNotContain("short").endsWith(".aot");
  }

  /// A JVM that maps a damaged cache without looking at it crashes.
  @Test
  void hasTheJvmVerifyTheStartCache() throws Exception {
    checkout.run("./idiome");
    assertThat(checkout.run("./idiome").out()).contains("[-XX:+VerifySharedSpaces]");
  }

  @Test
  void startsWithoutACacheWhereNoneCanBeMade() throws Exception {
    checkout.write("no-cache", "");
    var said = checkout.run("./idiome", "x");
    assertThat(said.out()).doesNotContain("AOTCache").endsWith("[x]\n");
  }

  private static String cache(Said said) {
    assertThat(said.out()).contains("[-XX:AOTCache=");
    return said.out().replaceFirst("(?s).*\\[-XX:AOTCache=([^]]*)].*", "$1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"./idiome", "./mvnw"})
  void saysHowToGetAJdk(String program) throws Exception {
    checkout.hideJdksOfThisMachine();
    checkout.jdk("jdk", "17.0.15");
    var said = checkout.run(program, "--version");
    assertThat(said.code()).isEqualTo(69);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("found none", "apt install", "brew install", "sdk install");
  }

  @ParameterizedTest
  @ValueSource(strings = {"./idiome", "./mvnw"})
  void saysHowToGetMaven(String program) throws Exception {
    checkout.removeTool("mvn");
    var said = checkout.run(program, "--version");
    assertThat(said.code()).isEqualTo(69);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("no 'mvn' on the PATH", "apt install maven").hasLineCount(1);
  }

  @Test
  void passesOverAnOlderJdk() throws Exception {
    checkout.hideJdksOfThisMachine();
    checkout.jdk("jdk", "17.0.15");
    checkout.jdk("home/.jdks/temurin-25", "25.0.3");
    assertThat(checkout.run("./idiome", "x").out()).endsWith("[x]\n");
    assertThat(checkout.run("./mvnw", "verify").code()).isZero();
    assertThat(Files.readAllLines(checkout.root("builds")))
        .allMatch(home -> home.endsWith("25"), "built with 25");
  }

  @Test
  void endsABuildWithTheCountOfTestsThatRealDataHeld() throws Exception {
    checkout.write("target/truth/old.tsv", "run\told\n");
    checkout.write("tests", "run\ta\nrun\tb\nskipped\tc\n");
    assertThat(checkout.run("./mvnw", "verify").out()).isEqualTo("truth: 2 run, 1 skipped\n");
    Files.delete(checkout.root("tests"));
    assertThat(checkout.run("./mvnw", "spotless:apply").out()).isEmpty();
    checkout.write("broken", "");
    assertThat(checkout.run("./mvnw", "verify").code()).isEqualTo(1);
  }
}
