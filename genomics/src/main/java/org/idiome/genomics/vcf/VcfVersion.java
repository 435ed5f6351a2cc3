package org.idiome.genomics.vcf;

/// The version of VCF by whose rules a file is read: 4.0 to 4.5.
///
/// @param minor the number after `4.`
public record VcfVersion(int minor) implements Comparable<VcfVersion> {
  /// What is read where a file does not say.
  public static final VcfVersion ASSUMED = new VcfVersion(2);

  /// The newest version whose rules are known.
  public static final VcfVersion NEWEST = new VcfVersion(5);

  /// Whether a rule that came with `4.minor` holds.
  public boolean isSince(int minor) {
    return this.minor >= minor;
  }

  /// `VCFv4.3`.
  public String text() {
    return "VCFv4." + minor;
  }

  @Override
  public int compareTo(VcfVersion other) {
    return Integer.compare(minor, other.minor);
  }
}
