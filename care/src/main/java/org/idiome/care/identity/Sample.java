package org.idiome.care.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Specimen;
import org.idiome.core.source.SourceRow;
import org.idiome.profile.Genome;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// A sample of a variant file, under a name that tells it from the person's others.
///
/// @param name specimen, else sample, else file; with the file behind it where that is not enough
/// @param file name of the file
/// @param specimen null where none is declared
record Sample(Genome genome, String name, String file, @Nullable Specimen specimen) {

  /// The samples of a person: those of the germline, then those of tumours, in their order.
  static List<Sample> of(Profile profile) {
    var genomes = new ArrayList<Genome>(profile.germline());
    genomes.addAll(profile.tumour());
    Map<String, Integer> uses = new HashMap<>();
    genomes.forEach(genome -> uses.merge(shortName(profile, genome), 1, Integer::sum));
    var samples = new ArrayList<Sample>();
    Map<String, Integer> taken = new HashMap<>();
    for (var genome : genomes) {
      var name = shortName(profile, genome);
      var file = profile.file(new SourceRow(genome.file(), 1)).name();
      var full = uses.getOrDefault(name, 0) > 1 ? name + "@" + file : name;
      int again = taken.merge(full, 1, Integer::sum);
      var specimen = genome.specimen() == null ? null : profile.specimen(genome.specimen());
      samples.add(new Sample(genome, again > 1 ? full + "#" + again : full, file, specimen));
    }
    return samples;
  }

  private static String shortName(Profile profile, Genome genome) {
    if (genome.specimen() != null) {
      return genome.specimen();
    }
    return genome.sample() != null
        ? genome.sample()
        : profile.file(new SourceRow(genome.file(), 1)).name();
  }

  /// The name as part of a key.
  String scope() {
    return FindingKey.part(name);
  }

  /// Whether it is to speak for the germline.
  boolean isGermline() {
    return genome.layer() == Layer.GENOME
        && (specimen == null
            || (specimen.state() != Specimen.State.TUMOUR
                && specimen.state() != Specimen.State.PLASMA));
  }
}
