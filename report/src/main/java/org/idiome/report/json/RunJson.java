package org.idiome.report.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.idiome.core.canonical.Json;
import org.idiome.core.problem.Problem;
import org.idiome.core.run.Run;
import org.idiome.report.words.ProblemText;

/// Writes a run as JSON.
public final class RunJson {
  private static final String SCHEMA = "idiome-run-1.schema.json";

  private RunJson() {}

  /// The run, indented, ending with a line end: same run, same text.
  ///
  /// To each problem of the canonical form the file, line, words and remedy of every `--json` are
  /// added; the names of the run and of its findings do not depend on them.
  public static String text(Run run) {
    if (run.toJson() instanceof Json.Obj(var canonical)) {
      var members = new TreeMap<>(canonical);
      members.put("problems", said(run.problems()));
      return new Json.Obj(members).pretty();
    }
    throw new IllegalStateException("a run is an object");
  }

  private static Json said(List<Problem> problems) {
    var items = new ArrayList<Json>();
    for (var problem : problems) {
      var members = new TreeMap<String, Json>();
      for (var form : List.of(problem.toJson(), ProblemText.item(problem))) {
        if (form instanceof Json.Obj(var some)) {
          members.putAll(some);
        }
      }
      items.add(new Json.Obj(members));
    }
    return new Json.Arr(items);
  }

  /// The schema that every run's JSON fulfils.
  public static String schema() {
    try (InputStream bytes = RunJson.class.getResourceAsStream(SCHEMA)) {
      if (bytes == null) {
        throw new IllegalStateException("not in the jar: " + SCHEMA);
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(SCHEMA, e);
    }
  }
}
