package org.idiome.genomics.contig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.contig.BuildEvidence.Kind;
import org.idiome.genomics.rule.RuleTable;
import org.jspecify.annotations.Nullable;

/// Collects what a file says of its reference, and weighs it.
///
/// The strongest kind of evidence decides. Two strong pieces for different builds, or a strong one
/// against what the user states, are a contradiction; so is a declared name against a strong piece,
/// unless the user's statement settles it. A primary contig whose length is that of no build makes
/// the answer *unknown*, whatever else is said.
public final class BuildDetector {
  private static final Map<String, String> WORDS = words();

  /// First evidence of each kind for each build, in the order of strength.
  private final Map<Kind, Map<GenomeBuild, BuildEvidence>> found = new EnumMap<>(Kind.class);

  private @Nullable String foreignLength;
  private @Nullable String foreignName;

  /// Weighed once: asked for each allele.
  private @Nullable BuildAnswer answer;

  private static Map<String, String> words() {
    var words = new HashMap<String, String>();
    for (var row : RuleTable.beside(BuildDetector.class, "assembly-names.tsv").rows()) {
      words.put(row.get("word"), row.get("build"));
    }
    return words;
  }

  private void add(Kind kind, GenomeBuild build, String text, long line) {
    answer = null;
    found
        .computeIfAbsent(kind, _ -> new EnumMap<>(GenomeBuild.class))
        .putIfAbsent(build, new BuildEvidence(kind, build, text, line));
  }

  /// Takes a contig as a header declares it.
  ///
  /// @param digest MD5 or refget accession, or null
  public void contig(
      String name, @Nullable Integer lengthBases, @Nullable String digest, long line) {
    name(name, line);
    var known = Contigs.named(name);
    var alike = digest == null ? List.<KnownContig>of() : withDigest(known, digest);
    if (alike.size() == 1) {
      add(Kind.DIGEST, alike.getFirst().build(), name + " " + digest, line);
    }
    boolean isPrimary = known.stream().anyMatch(KnownContig::isPrimary);
    if (lengthBases == null || !isPrimary || lengthBases == Contigs.HG19_MITOCHONDRION_BASES) {
      return;
    }
    var text = name + " " + lengthBases;
    var same = known.stream().filter(contig -> contig.lengthBases() == lengthBases).toList();
    if (same.isEmpty()) {
      foreignLength = foreignLength == null ? text : foreignLength;
      answer = null;
    } else if (same.size() == 1) {
      add(Kind.LENGTH, same.getFirst().build(), text, line);
    }
  }

  private static List<KnownContig> withDigest(List<KnownContig> known, String digest) {
    return known.stream()
        .filter(contig -> digest.equalsIgnoreCase(contig.md5()) || digest.equals(contig.refget()))
        .toList();
  }

  /// Takes the name of a contig, in a header or a record: an accession carries its build.
  public void name(String name, long line) {
    if (name.equals("hs37d5")) {
      add(Kind.DECLARED, GenomeBuild.GRCH37, name, line);
    }
    var known = Contigs.named(name);
    if (known.size() == 1
        && (name.equals(known.getFirst().refseq()) || name.equals(known.getFirst().genbank()))) {
      add(Kind.ACCESSION, known.getFirst().build(), name, line);
    }
  }

  /// Takes a text that may name the reference: `##reference`, or `assembly=` of a contig.
  public void declared(String text, long line) {
    var builds = new TreeSet<String>();
    for (var word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
      var build = WORDS.get(word);
      if (build != null) {
        builds.add(build);
      }
    }
    if (builds.size() != 1) {
      return;
    }
    for (var build : GenomeBuild.values()) {
      if (build.code().equals(builds.getFirst())) {
        add(Kind.DECLARED, build, text, line);
        return;
      }
    }
    foreignName = foreignName == null ? text : foreignName;
    answer = null;
  }

  /// Takes what the user or the phenopacket says of the file.
  ///
  /// @return whether the text names a build that is known here
  public boolean stated(String text) {
    for (var word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
      for (var build : GenomeBuild.values()) {
        if (build.code().equals(WORDS.get(word))) {
          add(Kind.STATED, build, text, 0);
          return true;
        }
      }
    }
    return false;
  }

  /// Weighs what was collected so far.
  public BuildAnswer answer() {
    var known = answer == null ? weighed() : answer;
    answer = known;
    return known;
  }

  private BuildAnswer weighed() {
    var strong = of(Kind.DIGEST, Kind.ACCESSION, Kind.LENGTH);
    var declared = of(Kind.DECLARED);
    var stated = of(Kind.STATED);
    var all = new ArrayList<>(strong);
    // A statement that agrees with the strong evidence settles what is merely declared.
    if (strong.isEmpty() || stated.isEmpty()) {
      all.addAll(declared);
    }
    if (foreignName != null) {
      return new BuildAnswer.Unknown("other-build-named", foreignName);
    }
    all.addAll(stated);
    for (var other : all) {
      if (other.build() != all.getFirst().build()) {
        return new BuildAnswer.Contradiction(all.getFirst(), other);
      }
    }
    if (foreignLength != null) {
      return new BuildAnswer.Unknown("length-of-no-build", foreignLength);
    }
    return all.isEmpty()
        ? new BuildAnswer.Unknown("nothing-strong", "")
        : new BuildAnswer.Known(all.getFirst().build(), all.getFirst());
  }

  private List<BuildEvidence> of(Kind... kinds) {
    var evidence = new ArrayList<BuildEvidence>();
    for (var kind : kinds) {
      evidence.addAll(found.getOrDefault(kind, Map.of()).values());
    }
    evidence.sort(Comparator.comparing(BuildEvidence::kind).thenComparingLong(BuildEvidence::line));
    return evidence;
  }
}
