package org.idiome.core.genome;

/// A sequence of an assembly, by the assembly's own name: `1` to `22`, `X`, `Y`, `MT`, or the name
/// of another sequence as given where no alias is known.
public record Contig(String name) implements Comparable<Contig> {

  /// Refuses a blank name and white space.
  public Contig {
    if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ')) {
      throw new IllegalArgumentException("not a contig name: " + name);
    }
  }

  /// Whether it is one of 1 to 22.
  public boolean isAutosome() {
    return rank() <= 22;
  }

  /// The name with `chr` before a primary contig, as pages print it.
  public String display() {
    return switch (name.length()) {
      case 1, 2 -> name.equals("MT") ? "chrM" : "chr" + name;
      default -> name;
    };
  }

  /// Primary contigs in karyotype order, then the others by name.
  @Override
  public int compareTo(Contig other) {
    int byRank = Integer.compare(rank(), other.rank());
    return byRank != 0 ? byRank : name.compareTo(other.name);
  }

  private int rank() {
    return switch (name) {
      case "X" -> 23;
      case "Y" -> 24;
      case "MT" -> 25;
      default -> {
        if (name.length() > 2 || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
          yield 26;
        }
        yield Integer.parseInt(name);
      }
    };
  }
}
