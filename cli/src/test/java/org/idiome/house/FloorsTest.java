package org.idiome.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The floors of the house: arrows point down, none between modules of one floor, no circle.
class FloorsTest {
  static Stream<String> modules() {
    return House.LEANS_ON.keySet().stream();
  }

  /// Without it, a rule about classes that were not imported would hold.
  @Test
  void seesTheClassesOfEveryModule() throws IOException {
    var seen = new TreeSet<String>();
    House.code().forEach(product -> seen.add(House.module(product)));
    var written = new TreeSet<String>();
    for (String module : House.LEANS_ON.keySet()) {
      if (hasCode(Checkout.root().resolve(module).resolve("src/main/java"))) {
        written.add(module);
      }
    }
    assertThat(seen).isEqualTo(written).hasSizeGreaterThan(1);
  }

  private static boolean hasCode(Path sources) throws IOException {
    try (var files = Files.walk(sources)) {
      return files
          .map(file -> file.getFileName().toString())
          .anyMatch(name -> name.endsWith(".java") && !name.equals("package-info.java"));
    }
  }

  @Test
  void knowsEveryModuleOfTheBuild() throws IOException {
    var built = new TreeSet<String>();
    var pom = Files.readString(Checkout.root().resolve("pom.xml"));
    Pattern.compile("<module>(\\w+)</module>")
        .matcher(pom)
        .results()
        .forEach(module -> built.add(module.group(1)));
    // What is never shipped.
    built.removeAll(Set.of("testkit", "bench"));
    assertThat(built).isEqualTo(House.LEANS_ON.keySet());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void leansOnNothingAbove(String module) {
    var allowed =
        Stream.concat(Stream.of(module), House.LEANS_ON.get(module).stream())
            .map(House::packages)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(House.packages(module))
        .should()
        .dependOnClassesThat(resideInAPackage("org.idiome..").and(not(resideInAnyPackage(allowed))))
        .check(House.CLASSES);
  }

  @Test
  void hasNoCircleOfPackages() {
    slices().matching("org.idiome.(**)").should().beFreeOfCycles().check(House.CLASSES);
  }

  @Test
  void coreLeansOnTheJdkAndJSpecifyAlone() {
    classes()
        .that()
        .resideInAPackage(House.packages("core"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(House.packages("core"), "java..", "org.jspecify..")
        .check(House.CLASSES);
  }

  /// Of knowledge, interpreters see the packages made for them, not how it is stored or named.
  @Test
  void careSeesOnlyTheReadSideOfKnowledge() {
    noClasses()
        .that()
        .resideInAPackage(House.packages("care"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.idiome.knowledge.starter..")
        .check(House.CLASSES);
  }

  @Test
  void interpretersOpenNoFiles() {
    noClasses()
        .that()
        .resideInAPackage(House.packages("care"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
                .or(resideInAPackage("org.idiome.genomics.io..")))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File|RandomAccess).*")
        .check(House.CLASSES);
  }

  /// A library has one room, so that leaving it is work in one place.
  @Test
  void eachLibraryHasItsRoom() {
    stays("tools.jackson..", "org.idiome.record..", "org.idiome.knowledge..");
    stays("org.snakeyaml..", "org.idiome.record.json..");
    stays("de.siegmar.fastcsv..", "org.idiome.genomics..");
    stays("org.fhir.ucum..", "org.idiome.profile..");
    stays("picocli..", "org.idiome.cli..");
    stays("org.duckdb..", "org.idiome.store.dense..");
    stays("org.sqlite..", "org.idiome.store.catalogue..");
    stays("java.sql..", "org.idiome.store..");
  }

  private static void stays(String library, String... rooms) {
    noClasses()
        .that(resideInAPackage("org.idiome..").and(not(resideInAnyPackage(rooms))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(House.CLASSES);
  }
}
