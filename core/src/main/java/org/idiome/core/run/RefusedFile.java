package org.idiome.core.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.Reach;

/// A file of the person that was refused: what it holds is in no finding.
///
/// @param name the file's name, or the place that names it where its name was not kept
/// @param why the first problem that refused it
public record RefusedFile(String name, Problem why) implements Canonical {
  /// Name of the value by which a problem says which file a place of the packet names.
  private static final String PATH = "path";

  private static final String NAMED_FILES = "/files/";

  private static final Pattern VARIANTS =
      Pattern.compile(".*\\.(vcf|bcf)(\\.b?gz)?", Pattern.CASE_INSENSITIVE);

  /// The files that problems refuse, in the order met, each once.
  public static List<RefusedFile> of(List<Problem> problems) {
    var refused = new LinkedHashMap<String, RefusedFile>();
    for (var problem : problems) {
      if (problem.reach() == Reach.FILE) {
        var name = name(problem);
        refused.putIfAbsent(name, new RefusedFile(name, problem));
      }
    }
    return new ArrayList<>(refused.values());
  }

  /// Whether it was a file of variants, by its problem or its name.
  public boolean isVariants() {
    return why.code().name().startsWith("VCF_") || VARIANTS.matcher(name).matches();
  }

  private static String name(Problem problem) {
    var place = problem.place();
    var path = problem.values().get(PATH);
    if (path != null) {
      return path;
    }
    return isNaming(place) ? place.text() : place.file();
  }

  /// Whether a place is where the packet names another file.
  private static boolean isNaming(Place place) {
    return place.pointer() != null && place.pointer().startsWith(NAMED_FILES);
  }

  @Override
  public Json toJson() {
    return Json.object().put("name", name).put("code", why.code().code()).end();
  }
}
