package org.idiome.profile;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.canonical.Digester;
import org.idiome.core.genome.Callability;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Call;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.LookedAt;
import org.idiome.genomics.identity.SampleFacts;
import org.jspecify.annotations.Nullable;

/// One sample of one variant file, as far as the declared loci need it.
///
/// @param file ordinal of the file in the profile's sources
/// @param sample name of the sample in the file; null where the file has no genotypes
/// @param specimen id of the specimen, or null where the packet names the person
/// @param build as detected; [GenomeBuild#UNKNOWN] where nothing strong told
/// @param calls every record that touches a declared locus, sorted by place, then row
/// @param lookedAt what the file says of every base of the declared loci of its build, sorted and
///   without gap or overlap
/// @param recordsRead records of the whole file
/// @param recordsRefused records that could not be read; their bases are *no call*
/// @param facts what the whole file tells of whose sample it is; null where it was not asked
public record Genome(
    int file,
    @Nullable String sample,
    Layer layer,
    @Nullable String specimen,
    GenomeBuild build,
    List<Call> calls,
    List<LookedAt> lookedAt,
    long recordsRead,
    long recordsRefused,
    @Nullable SampleFacts facts) {

  /// Copies the lists.
  public Genome {
    calls = List.copyOf(calls);
    lookedAt = List.copyOf(lookedAt);
  }

  /// A sample of which nothing tells whose it is.
  public Genome(
      int file,
      @Nullable String sample,
      Layer layer,
      @Nullable String specimen,
      GenomeBuild build,
      List<Call> calls,
      List<LookedAt> lookedAt,
      long recordsRead,
      long recordsRefused) {
    this(file, sample, layer, specimen, build, calls, lookedAt, recordsRead, recordsRefused, null);
  }

  /// The records that touch a locus.
  public List<Call> calls(Locus locus) {
    return calls.stream().filter(call -> call.locus().overlaps(locus)).toList();
  }

  /// What the file says of a locus, in order; empty where the locus was not declared.
  public List<LookedAt> lookedAt(Locus locus) {
    return lookedAt.stream().filter(stretch -> stretch.locus().overlaps(locus)).toList();
  }

  /// The record that a stretch rests on; null where none of the calls is.
  public @Nullable Call record(LookedAt stretch) {
    for (var call : calls(stretch.locus())) {
      if (call.rows().contains(stretch.row())) {
        return call;
      }
    }
    return null;
  }

  /// Whether reference is claimed by a record of alternates: its genotype says that those that it
  /// lists are not there, and nothing of the bases that they would touch.
  public boolean isOfListedOnly(LookedAt stretch) {
    var record = record(stretch);
    if (record == null || stretch.state() != Callability.CALLED_REFERENCE) {
      return false;
    }
    var alternates = record.alternates();
    return !alternates.isEmpty()
        && !alternates.contains("<*>")
        && !alternates.contains("<NON_REF>");
  }

  /// This sample as far as some loci need it.
  Genome only(Iterable<Locus> loci) {
    var wantedCalls = new ArrayList<Call>();
    var wantedStretches = new ArrayList<LookedAt>();
    for (var call : calls) {
      if (touches(call.locus(), loci)) {
        wantedCalls.add(call);
      }
    }
    for (var stretch : lookedAt) {
      if (touches(stretch.locus(), loci)) {
        wantedStretches.add(stretch);
      }
    }
    return new Genome(
        file,
        sample,
        layer,
        specimen,
        build,
        wantedCalls,
        wantedStretches,
        recordsRead,
        recordsRefused,
        facts);
  }

  private static boolean touches(Locus place, Iterable<Locus> loci) {
    for (var locus : loci) {
      if (locus.overlaps(place)) {
        return true;
      }
    }
    return false;
  }

  /// Adds what was called and looked at, not where it stood, to a running hash.
  void digestInto(Digester digester) {
    digester
        .text(sample == null ? "" : sample)
        .text(layer.code())
        .text(specimen == null ? "" : specimen)
        .text(build.code())
        .integer(calls.size());
    for (var call : calls) {
      digester.text(call.toJson().pretty());
    }
    digester.integer(lookedAt.size());
    for (var stretch : lookedAt) {
      digester.text(stretch.toJson().pretty());
    }
    digester.integer(recordsRead).integer(recordsRefused);
    if (facts != null) {
      facts.digestInto(digester);
    }
  }
}
