package org.idiome.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.idiome.testkit.Checkout;

/// The tests of all modules, for pages that name them as `Class#method`.
final class TestMethods {
  private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
  private static final Pattern ANNOTATION =
      Pattern.compile("^  @(Test|ParameterizedTest|TestFactory)\\b.*");

  private static final Pattern METHOD = Pattern.compile("^  [^ @/}].*?(\\w+)\\(.*");

  private final Map<String, List<String>> tests = tests();

  TestMethods() throws IOException {}

  /// What is wrong with the tests that a cell of a row names.
  List<String> faults(MarkdownRow row, int column) {
    var faults = new ArrayList<String>();
    var named = TEST.matcher(row.cell(column)).results().toList();
    if (named.isEmpty()) {
      faults.add(row.place() + ": names no test as `Class#method`");
    }
    for (var test : named) {
      if (!tests.getOrDefault(test.group(1), List.of()).contains(test.group(2))) {
        faults.add(row.place() + ": no test " + test.group());
      }
    }
    return faults;
  }

  /// The test methods of each test class of all modules, by the class's simple name.
  private static Map<String, List<String>> tests() throws IOException {
    var tests = new TreeMap<String, List<String>>();
    for (String module : House.LEANS_ON.keySet()) {
      var folder = Checkout.root().resolve(module).resolve("src/test/java");
      if (Files.isDirectory(folder)) {
        for (Path file : javaFiles(folder)) {
          var name = file.getFileName().toString().replace(".java", "");
          assertThat(tests.put(name, methods(file))).as("a second test class " + name).isNull();
        }
      }
    }
    return tests;
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /// Those that JUnit runs: the formatter puts annotation and method two spaces in.
  private static List<String> methods(Path file) throws IOException {
    var methods = new ArrayList<String>();
    boolean isTest = false;
    for (String line : Files.readAllLines(file)) {
      var method = METHOD.matcher(line);
      if (ANNOTATION.matcher(line).matches()) {
        isTest = true;
      } else if (method.matches()) {
        if (isTest) {
          methods.add(method.group(1));
        }
        isTest = false;
      }
    }
    return methods;
  }
}
