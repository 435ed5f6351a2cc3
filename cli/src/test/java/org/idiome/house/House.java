package org.idiome.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The modules of the product, what each may lean on, and their classes.
final class House {
  /// From the ground up: a module and those that it may lean on.
  static final Map<String, Set<String>> LEANS_ON =
      new TreeMap<>(
          Map.of(
              "core", Set.of(),
              "genomics", Set.of("core"),
              "knowledge", Set.of("core", "genomics"),
              "store", Set.of("core"),
              "record", Set.of("core", "genomics", "store"),
              "profile", Set.of("core", "genomics", "knowledge", "store", "record"),
              "care", Set.of("core", "genomics", "knowledge", "profile"),
              "report", Set.of("core", "genomics", "knowledge", "record", "profile", "care"),
              "cli",
                  Set.of(
                      "core",
                      "genomics",
                      "knowledge",
                      "store",
                      "record",
                      "profile",
                      "care",
                      "report")));

  private static final String ROOT = "org.idiome.";

  /// Every class of the product; tests and what serves tests alone are left out.
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains("/testkit"))
          .importPackages("org.idiome");

  private House() {}

  /// The module that a class lies in, by its package.
  static String module(JavaClass product) {
    var below = product.getPackageName().substring(ROOT.length());
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  /// A module's package and all below it.
  static String packages(String module) {
    return ROOT + module + "..";
  }

  /// Classes that hold code, not a package's page.
  static List<JavaClass> code() {
    return CLASSES.stream().filter(seen -> !seen.getSimpleName().equals("package-info")).toList();
  }
}
