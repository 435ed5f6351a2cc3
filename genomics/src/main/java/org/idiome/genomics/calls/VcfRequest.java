package org.idiome.genomics.calls;

import java.util.Collection;
import java.util.List;
import org.idiome.core.genome.Locus;
import org.idiome.genomics.identity.Family;
import org.jspecify.annotations.Nullable;

/// What is asked of a VCF file.
///
/// @param sample name of the one sample that is asked for; null: the only one there is
/// @param isEverySample whether all samples are asked for, as `scan` does
/// @param loci places whose calls are wanted, on any builds; those of the file's build are answered
/// @param statedBuild what the user or the phenopacket calls the build; null where nothing was said
/// @param assumed regions within which absence was stated to mean reference; null where it was not
/// @param taker is handed every record; null where nobody wants them
/// @param whole what is known of the file that the input is a part of; null where it is the file
/// @param family samples of the parents, where what the file shows of the family is wanted
public record VcfRequest(
    Origin origin,
    @Nullable String sample,
    boolean isEverySample,
    List<Locus> loci,
    @Nullable String statedBuild,
    @Nullable Regions assumed,
    @Nullable RecordTaker taker,
    @Nullable WholeFile whole,
    @Nullable Family family) {

  /// Copies the loci.
  public VcfRequest {
    loci = List.copyOf(loci);
  }

  /// The only sample of a file, and no loci.
  public static VcfRequest of(Origin origin) {
    return new VcfRequest(origin, null, false, List.of(), null, null, null, null, null);
  }

  /// This, of the sample of a name; null: the only one there is.
  public VcfRequest sample(@Nullable String name) {
    return new VcfRequest(origin, name, false, loci, statedBuild, assumed, taker, whole, family);
  }

  /// This, of every sample.
  public VcfRequest everySample() {
    return new VcfRequest(origin, null, true, loci, statedBuild, assumed, taker, whole, family);
  }

  /// This, with the calls at some loci.
  public VcfRequest loci(Collection<Locus> wanted) {
    return new VcfRequest(
        origin,
        sample,
        isEverySample,
        List.copyOf(wanted),
        statedBuild,
        assumed,
        taker,
        whole,
        family);
  }

  /// This, with what was said of the build; null: nothing.
  public VcfRequest statedBuild(@Nullable String name) {
    return new VcfRequest(origin, sample, isEverySample, loci, name, assumed, taker, whole, family);
  }

  /// This, with regions within which absence means reference.
  public VcfRequest assuming(@Nullable Regions regions) {
    return new VcfRequest(
        origin, sample, isEverySample, loci, statedBuild, regions, taker, whole, family);
  }

  /// This, with every record of the one sample handed out.
  public VcfRequest taking(RecordTaker by) {
    return new VcfRequest(
        origin, sample, isEverySample, loci, statedBuild, assumed, by, whole, family);
  }

  /// This, of some records of a file that was read before.
  public VcfRequest partOf(WholeFile file) {
    return new VcfRequest(
        origin, sample, isEverySample, loci, statedBuild, assumed, taker, file, family);
  }

  /// This, with what the file shows of a family; null: of none.
  public VcfRequest family(@Nullable Family members) {
    return new VcfRequest(
        origin, sample, isEverySample, loci, statedBuild, assumed, taker, whole, members);
  }
}
