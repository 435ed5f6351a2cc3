package org.idiome.record.kept;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.record.folder.NotTaken;
import org.jspecify.annotations.Nullable;

/// Files that a packet names and that could not be taken with it, and that came alone for the same
/// person: what was missing is there.
///
/// It is told where the SHA-256 that the packet states is that of the file; where it states none,
/// by the name, unless the packets of the person name two that are called so, nothing was taken of
/// the file, or it is of another layer than the packet says. Never where the packet says which
/// sample the person is, and another was taken. A file that was there and was refused is told by
/// the SHA-256 of its bytes where something was taken of them, and else by the name, of what came
/// later. What was said when the packet came is kept as it was.
final class CameAlone {
  private static final String PATH = "path";

  /// The attribute of a file by which a packet states what it holds.
  private static final String LAYER = "layer";

  /// The value by which a packet states which sample of a file the person is.
  private static final String SAMPLE = "sample";

  private static final int DIGITS = 12;

  /// The attribute of a file by which a packet states its digest.
  static final String SHA256 = "sha256";

  private static final Set<ProblemCode> NOT_TAKEN =
      EnumSet.of(
          ProblemCode.FILE_NOT_FOUND,
          ProblemCode.FILE_NOT_READABLE,
          ProblemCode.FOLDER_FILE_NOT_DESCRIBED,
          ProblemCode.FOLDER_PATH_OUTSIDE,
          ProblemCode.FOLDER_REMOTE_FILE);

  private final List<File> files;
  private final Map<Problem, Long> refused;
  private final IdentityHashMap<Problem, Problem> rows;
  private final Map<String, Set<String>> pathsByName = new TreeMap<>();

  /// A file that came alone and was read.
  ///
  /// @param layers of what was taken of it
  /// @param samples that were taken of it, of variants
  record File(String name, String sha256, long batch, Set<String> layers, Set<String> samples) {}

  private CameAlone(
      List<Problem> problems,
      List<File> files,
      Map<Problem, Long> refused,
      IdentityHashMap<Problem, Problem> rows) {
    this.files = files;
    this.refused = refused;
    this.rows = rows;
    for (var problem : problems) {
      var path = path(problem);
      if (path != null) {
        pathsByName.computeIfAbsent(name(path), _ -> new TreeSet<>()).add(path);
      }
    }
  }

  /// The problems, with those of files that came alone said as that, and without those of what
  /// stands in such a file: another reading of it tells its own.
  ///
  /// @param files of the same person, in force
  /// @param refused in which batch a file was refused, by what was said of it
  /// @param rows by what was said of something in a file that was refused, that it was
  static List<Problem> told(
      List<Problem> problems,
      List<File> files,
      Map<Problem, Long> refused,
      IdentityHashMap<Problem, Problem> rows) {
    if (files.isEmpty()) {
      return problems;
    }
    var came = new CameAlone(problems, files, refused, rows);
    return problems.stream().filter(one -> !came.isOver(one)).map(came::told).toList();
  }

  /// Notes in `rows` what the problems of one input say of something in a file that was refused.
  ///
  /// @param taken names of files of the input of which something was taken
  static void note(
      List<Problem> problems, Set<String> taken, IdentityHashMap<Problem, Problem> rows) {
    for (var refused : problems) {
      var path = refused.values().get(NotTaken.PATH);
      if (path == null || taken.contains(path)) {
        continue;
      }
      for (var problem : problems) {
        if (problem.place().file().equals(path) && !isRefused(problem)) {
          rows.put(problem, refused);
        }
      }
    }
  }

  private boolean isOver(Problem problem) {
    var of = rows.get(problem);
    var path = of == null ? null : path(of);
    return of != null && path != null && file(of, path) != null;
  }

  private Problem told(Problem problem) {
    var path = path(problem);
    var file = path == null ? null : file(problem, path);
    if (path == null || file == null) {
      return problem;
    }
    var values = new TreeMap<String, String>();
    values.put(PATH, path);
    values.put("file", file.name());
    values.put("batch", Long.toString(file.batch()));
    var bytes = problem.values().get(NotTaken.BYTES);
    if (bytes != null && !bytes.equals(file.sha256())) {
      values.put("other", bytes.substring(0, DIGITS));
    }
    var code = ProblemCode.RECORD_FILE_CAME_ALONE;
    return new Problem(code, code.reach(), problem.place(), values);
  }

  private @Nullable File file(Problem problem, String path) {
    var bytes = problem.values().get(NotTaken.BYTES);
    var stated = bytes == null ? problem.values().get(SHA256) : null;
    for (var file : files) {
      boolean isSame = file.sha256().equalsIgnoreCase(bytes == null ? stated : bytes);
      boolean isTaken = bytes == null || !file.layers().isEmpty();
      if (isSame && isTaken && isOfSample(file, problem)) {
        return file;
      }
    }
    for (var file : files) {
      if (stated == null && isOfName(file, problem, path) && isOfSample(file, problem)) {
        return file;
      }
    }
    return null;
  }

  private boolean isOfName(File file, Problem problem, String path) {
    return pathsByName.getOrDefault(name(path), Set.of()).size() == 1
        && name(file.name()).equals(name(path))
        && isOfLayer(file, problem.values().get(isRefused(problem) ? NotTaken.LAYER : LAYER))
        && file.batch() > refused.getOrDefault(problem, 0L);
  }

  private static boolean isOfSample(File file, Problem problem) {
    var stated = problem.values().get(isRefused(problem) ? NotTaken.SAMPLE : SAMPLE);
    return stated == null || file.samples().isEmpty() || file.samples().contains(stated);
  }

  private static boolean isOfLayer(File file, @Nullable String stated) {
    return stated == null ? !file.layers().isEmpty() : file.layers().contains(stated);
  }

  /// What a packet calls it; null where the problem is of something else.
  private static @Nullable String path(Problem problem) {
    boolean isMissing = NOT_TAKEN.contains(problem.code()) && problem.place().pointer() != null;
    return isRefused(problem)
        ? problem.values().get(NotTaken.PATH)
        : isMissing ? problem.values().get(PATH) : null;
  }

  /// Whether the file was there, and nothing of it was taken.
  private static boolean isRefused(Problem problem) {
    return problem.values().containsKey(NotTaken.BYTES);
  }

  /// The last part of a path or an address.
  private static String name(String path) {
    var plain = path.replace('\\', '/').replaceFirst("[?#].*$", "");
    var last = plain.substring(plain.lastIndexOf('/') + 1);
    try {
      return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return last;
    }
  }
}
