package org.idiome.genomics.gene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.contig.Contigs;
import org.jspecify.annotations.Nullable;

/// The transcripts of a file, by place. Immutable; for any number of threads.
public final class GeneModels {
  private final Map<String, ContigTranscripts> byContig = new HashMap<>();
  private final GenomeBuild build;
  private final int count;
  private final String source;

  GeneModels(List<Transcript> transcripts, GenomeBuild build) {
    var apart = new TreeMap<String, List<Transcript>>();
    for (var transcript : transcripts) {
      apart.computeIfAbsent(key(transcript.contig()), _ -> new ArrayList<>()).add(transcript);
    }
    apart.forEach((contig, own) -> byContig.put(contig, new ContigTranscripts(own)));
    this.build = build;
    this.count = transcripts.size();
    this.source = "";
  }

  /// Transcripts that are there already.
  ///
  /// @param byContig by the names of the assembly
  /// @param source the file they come from; empty where that is not known
  GeneModels(Map<String, ContigTranscripts> byContig, GenomeBuild build, String source) {
    this.byContig.putAll(byContig);
    this.build = build;
    this.source = source;
    this.count = byContig.values().stream().mapToInt(ContigTranscripts::count).sum();
  }

  /// The transcripts of each contig, by its name in the assembly, sorted by that.
  SortedMap<String, ContigTranscripts> contigs() {
    return new TreeMap<>(byContig);
  }

  private static String key(String contig) {
    return Contigs.resolve(contig).name();
  }

  /// The same transcripts, with the file that they come from.
  ///
  /// @param file its name; its folder is left out
  GeneModels from(String file, String sha256) {
    var name = file.substring(file.lastIndexOf('/') + 1);
    return new GeneModels(byContig, build, name + ", SHA-256 " + sha256);
  }

  /// Name and SHA-256 of the file they were read from, that of the publisher also where it was
  /// compiled; empty where that is not known.
  public String source() {
    return source;
  }

  /// How many transcripts there are.
  public int count() {
    return count;
  }

  /// The genome build that the file speaks of, as far as it says.
  public GenomeBuild build() {
    return build;
  }

  /// Refuses to be read beside variants of another build; where one is not known it cannot tell.
  ///
  /// @param file how problems call the file of the models
  /// @throws BadInputException where both builds are known and differ
  public void requireBuild(GenomeBuild other, String file) {
    if (build != GenomeBuild.UNKNOWN && other != GenomeBuild.UNKNOWN && build != other) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.GENES_OTHER_BUILD,
              Place.file(file),
              "found",
              build.code(),
              "wanted",
              other.code()));
    }
  }

  @Nullable ContigTranscripts on(String contig) {
    return byContig.get(key(contig));
  }

  /// Whether there are transcripts on a contig, by any of its names.
  public boolean has(String contig) {
    return on(contig) != null;
  }

  /// A search, to be used again and again by one thread.
  public TranscriptSearch search() {
    return new TranscriptSearch(this);
  }

  /// The transcripts over a stretch of a contig.
  public List<Transcript> over(String contig, int start0, int end0) {
    var search = search();
    search.over(contig, start0, end0);
    var found = new ArrayList<Transcript>();
    for (var next = search.next(); next != null; next = search.next()) {
      found.add(next);
    }
    return found;
  }
}
