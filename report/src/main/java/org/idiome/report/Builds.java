package org.idiome.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.finding.Details;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.source.SourceRow;
import org.idiome.profile.Genome;
import org.idiome.profile.Profile;
import org.idiome.report.words.Quoted;
import org.idiome.report.words.Words;

/// Which genome build each variant file is on.
///
/// @param byFile builds by the name of the file, in the order of the profile
/// @param unread names of germline files of unknown build: in them no gene was looked up
public record Builds(Map<String, GenomeBuild> byFile, List<String> unread) {
  /// Copies the lists.
  public Builds {
    byFile = new LinkedHashMap<>(byFile);
    unread = List.copyOf(unread);
  }

  static Builds of(Profile profile) {
    var byFile = new LinkedHashMap<String, GenomeBuild>();
    var unread = new ArrayList<String>();
    for (var genome : profile.germline()) {
      var name = name(profile, genome);
      var before = byFile.put(name, genome.build());
      if (before == null && genome.build() == GenomeBuild.UNKNOWN) {
        unread.add(name);
      }
    }
    profile.tumour().forEach(genome -> byFile.put(name(profile, genome), genome.build()));
    return new Builds(byFile, unread);
  }

  private static String name(Profile profile, Genome genome) {
    return profile.file(new SourceRow(genome.file(), 1)).name();
  }

  /// Names of all files of unknown build.
  public List<String> unknown() {
    return byFile.entrySet().stream()
        .filter(entry -> entry.getValue() == GenomeBuild.UNKNOWN)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// That the build of germline files is not known, and what follows: a sentence; empty where all
  /// are known.
  public String line() {
    if (unread.isEmpty()) {
      return "";
    }
    var words = Words.english();
    var names = words.join(unread.stream().map(Quoted::text).toList(), "and");
    return words.say(
        "build.unknown.line", Details.NONE.count("count", unread.size()).text("list", names));
  }
}
