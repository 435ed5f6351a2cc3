package org.idiome.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.idiome.cli.Main;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What no class of the product may do, wherever it stands.
class HouseRulesTest {
  /// Those whose last bit `java.lang.Math` leaves to the machine; `StrictMath` has them all.
  private static final Set<String> NOT_EXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  @Test
  void everyPackageIsNullMarkedAndHasItsPage() {
    var without = new TreeSet<String>();
    for (JavaClass product : House.code()) {
      var home = product.getPackage();
      if (!home.isAnnotatedWith(NullMarked.class)) {
        without.add(home.getName());
      }
    }
    assertThat(without).as("packages without @NullMarked package-info.java").isEmpty();
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Main.class)
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(House.CLASSES);
  }

  /// Only the key that a store hashes ids with is by chance; it is in no result.
  @Test
  void chanceIsSeeded() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.idiome.store.journal.SecretKey")
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callConstructor(SplittableRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .check(House.CLASSES);
  }

  /// The shell may time itself and date its files; nothing else knows what time it is.
  @Test
  void readsNoClock() {
    var clock =
        calls(
            "a clock",
            call ->
                (call.getTargetOwner().getPackageName().equals("java.time")
                        && Set.of("now", "systemUTC", "systemDefaultZone", "system")
                            .contains(call.getName()))
                    || (call.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("currentTimeMillis", "nanoTime").contains(call.getName())));
    noClasses()
        .that()
        .resideOutsideOfPackage("org.idiome.cli..")
        .should()
        .accessTargetWhere(clock)
        .check(House.CLASSES);
  }

  @Test
  void numbersAreTheSameOnEveryMachine() {
    var inexact =
        calls(
            "Math that differs by machine",
            call ->
                call.getTargetOwner().isEquivalentTo(Math.class)
                    && NOT_EXACT.contains(call.getName()));
    noClasses().should().accessTargetWhere(inexact).check(House.CLASSES);
  }

  /// Digits, decimal signs and letters change with the machine's language unless one is named.
  @Test
  void namesTheLanguageWhenItFormats() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .check(House.CLASSES);
  }

  @Test
  void onlyTheShellPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.idiome.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(House.CLASSES);
  }

  @Test
  void buildsNoObjectsByReflectionOrDatabind() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.lang.reflect..")
                .or(resideInAPackage("..databind.."))
                .or(resideInAPackage("java.beans..")))
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(ObjectInputStream|ObjectOutputStream)")
        .check(House.CLASSES);
  }

  @Test
  void staysOffTheNetworkButWhereTheUserAsks() {
    noClasses()
        .that(not(resideInAPackage("org.idiome.knowledge.fetch..")))
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.net.http..")
                .or(
                    DescribedPredicate.describe(
                        "a connection",
                        seen ->
                            List.of("java.net.Socket", "java.net.URLConnection", "java.net.URL")
                                .contains(seen.getName()))))
        .check(House.CLASSES);
  }

  private static DescribedPredicate<JavaAccess<?>> calls(
      String what, java.util.function.Predicate<JavaAccess<?>> which) {
    return DescribedPredicate.describe(what, which);
  }
}
