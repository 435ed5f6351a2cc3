package org.idiome.genomics.annotate;

import java.util.Set;
import java.util.stream.Collectors;
import org.idiome.genomics.consequence.Term;
import org.idiome.genomics.hgvs.Hgvs;
import org.idiome.genomics.hgvs.HgvsException;
import org.jspecify.annotations.Nullable;

/// What a file says already of an alternate and a transcript.
///
/// @param key of INFO in which it stands
/// @param number place of the alternate in ALT, from 1; 0 where that cannot be told
/// @param transcript as it is written
/// @param terms of the Sequence Ontology; those that are not told here are left out
/// @param protein the description of the protein without its accession; empty where none is given
record GivenTelling(String key, int number, String transcript, Set<String> terms, String protein) {

  private static String unversioned(String accession) {
    int dot = accession.lastIndexOf('.');
    return dot > 0 && accession.substring(dot + 1).chars().allMatch(Character::isDigit)
        ? accession.substring(0, dot)
        : accession;
  }

  /// Whether it is of a transcript, in any version.
  boolean isOf(String accession) {
    return unversioned(transcript).equals(unversioned(accession));
  }

  private boolean isOtherVersion(String accession) {
    boolean areVersioned =
        !unversioned(transcript).equals(transcript) && !unversioned(accession).equals(accession);
    return areVersioned && !transcript.equals(accession);
  }

  /// In what it differs from what is told here, alone or together with others of the copy; null
  /// where it does not.
  @Nullable String difference(Annotation told) {
    if (isOtherVersion(told.alone().transcript().id())) {
      return key + ":other_version:" + transcript;
    }
    boolean isSame =
        areSame(told.terms(), told.proteinHgvs())
            || areSame(told.alone().terms(), told.alone().proteinHgvs());
    if (isSame) {
      return null;
    }
    var said = terms.stream().sorted().collect(Collectors.joining("+"));
    return key + ":" + said + (protein.isEmpty() ? "" : ":" + protein);
  }

  private boolean areSame(Set<Term> own, @Nullable String ownProtein) {
    var codes = own.stream().map(Term::code).collect(Collectors.toSet());
    return codes.equals(terms)
        && (protein.isEmpty() || ownProtein == null || plain(ownProtein).equals(plain(protein)));
  }

  /// As it is written today, without parentheses; a silent codon may name its residue twice.
  private static String plain(String description) {
    var plain = description;
    try {
      plain = Hgvs.of(description).toString();
    } catch (HgvsException e) {
      // What is no description is compared as it stands.
    }
    plain = plain.replaceAll("[()]", "");
    return plain.replaceAll("^p\\.([A-Z][a-z]{2})([0-9]+)\\1$", "p.$1$2=");
  }
}
