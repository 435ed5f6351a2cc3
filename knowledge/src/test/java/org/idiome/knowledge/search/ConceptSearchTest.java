package org.idiome.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.idiome.knowledge.home.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConceptSearchTest {
  private static final String ONTOLOGY =
      """
      format-version: 1.2
      data-version: releases/2026-01-01
      ontology: mondo

      [Term]
      id: MONDO:9000001
      name: Kelling syndrome
      def: "A made condition that begins with zonkiness." [PMID:1]
      synonym: "blue-toe disease" EXACT []
      synonym: "wandering zeal" RELATED []
      xref: UMLS:C9000001
      alt_id: MONDO:9000091

      [Term]
      id: MONDO:9000002
      name: Kelling syndrome 1
      is_a: MONDO:9000001

      [Term]
      id: MONDO:9000003
      name: Kelling syndrome 10
      is_a: MONDO:9000001

      [Term]
      id: MONDO:9000004
      name: wandering zeal
      synonym: "Kell\u00f6na haemopathy" EXACT []

      [Term]
      id: MONDO:9000005
      name: obsolete Kelling syndrome type IIb
      is_obsolete: true
      replaced_by: MONDO:9000002
      consider: MONDO:9000003

      [Term]
      id: MONDO:9000006
      name: \u03b2-zorane deficiency, X-linked
      is_a: MONDO:9000004

      [Term]
      id: MONDO:9000007
      name: barkelling
      is_a: MONDO:9000004

      [Term]
      id: MONDO:9000008
      name: zeal aa
      is_a: MONDO:9000004

      [Term]
      id: MONDO:9000009
      name: zeal bb
      is_a: MONDO:9000004

      [Term]
      id: MONDO:9000010
      name: the child of a zealot
      is_a: MONDO:9000009
      is_a: MONDO:9000006
      """;

  private static final String MAPPINGS =
      """
      #mapping_set_id: https://example.org/mappings.sssom.tsv
      subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification
      MONDO:9000001\tKelling syndrome\tskos:exactMatch\tOMIM:999001\tToothless gait\tsemapv:ManualMappingCuration
      """;

  @TempDir Path folder;
  private ConceptSearch search;

  @BeforeEach
  void open() throws IOException {
    var home = new TestHome(folder);
    home.take("made.obo", ONTOLOGY, "ontology");
    home.take("made.sssom.tsv", MAPPINGS, "mappings");
    search = ConceptSearch.open(home.home().inForce().values());
  }

  @AfterEach
  void close() {
    search.close();
  }

  private List<String> ids(String query) {
    return search.find(query, 20).stream().map(hit -> hit.id().substring(11)).toList();
  }

  private Hit first(String query) {
    return search.find(query, 20).getFirst();
  }

  @Test
  void identifiersComeBeforeWords() {
    assertThat(first("mondo:9000002").on()).isEqualTo(MatchedOn.ID);
    assertThat(ids("mondo_9000002")).containsExactly("02");
    assertThat(ids("MONDO:9000091")).containsExactly("01");
    assertThat(first("MONDO:9000091").on()).isEqualTo(MatchedOn.ALTERNATIVE_ID);
    assertThat(ids("omim:999001")).containsExactly("01");
    assertThat(first("umls:C9000001").on()).isEqualTo(MatchedOn.MAPPED_ID);
    assertThat(search.find("MONDO:9999999", 20)).isEmpty();
  }

  @Test
  void whatIsMappedIsFoundUnderWhatMapsIt() {
    var hit = first("toothless gait");
    assertThat(hit.id()).isEqualTo("MONDO:9000001");
    assertThat(hit.match()).isEqualTo(Match.EXACT_SYNONYM);
    assertThat(hit.on()).isEqualTo(MatchedOn.MAPPED_NAME);
    assertThat(hit.mapped()).containsExactly("OMIM:999001");
  }

  @Test
  void aNameComesBeforeASynonymAndAnExactOneBeforeARelatedOne() {
    assertThat(ids("wandering zeal")).startsWith("04", "01");
    assertThat(first("blue toe disease").match()).isEqualTo(Match.EXACT_SYNONYM);
    assertThat(first("zonkiness").match()).isEqualTo(Match.DEFINITION);
  }

  @Test
  void numbersAreWhole() {
    assertThat(ids("kelling syndrome 1")).containsExactly("02");
    assertThat(ids("kelling")).startsWith("01", "02", "03", "07");
    assertThat(first("kelling syndrome type 2b").id()).isEqualTo("MONDO:9000005");
  }

  @Test
  void whatIsObsoleteIsLastAndNamesItsReplacement() {
    assertThat(ids("kelling syndrome")).endsWith("05");
    assertThat(ids("kelling")).endsWith("05");
    var hit = first("Kelling syndrome type IIb");
    assertThat(hit.isObsolete()).isTrue();
    assertThat(hit.replacedBy()).containsExactly("MONDO:9000002");
    assertThat(hit.consider()).containsExactly("MONDO:9000003");
  }

  @Test
  void lettersAreFolded() {
    assertThat(ids("KELLONA hemopathy")).startsWith("04");
    assertThat(ids("Kelling's syndrome")).startsWith("01");
    assertThat(ids("kellings syndrome")).startsWith("01");
    assertThat(ids("beta zorane deficiency X linked")).containsExactly("06");
    assertThat(ids("zorane xlinked")).containsExactly("06");
    assertThat(search.find("zorane 10 linked", 20)).isEmpty();
  }

  @Test
  void ofEqualNamesThatOfWhichMoreIsSaidComesFirst() {
    // Two claims about each, but `zeal bb` is also a parent.
    assertThat(ids("zeal")).startsWith("09", "08");
  }

  @Test
  void fewLettersAreMetWholeAndManyInsideAWordAfterAll() {
    assertThat(search.find("kel", 20)).isEmpty();
    assertThat(first("kell").match()).isEqualTo(Match.STARTS);
    assertThat(first("arkell").match()).isEqualTo(Match.INSIDE);
    assertThat(search.find("zea", 20)).isEmpty();
  }

  @Test
  void aLetterOrTwoMayBeWrongButNotTheFirst() {
    assertThat(first("kelking syndrome").match()).isEqualTo(Match.FUZZY);
    assertThat(first("kelking syndrome").id()).isEqualTo("MONDO:9000001");
    assertThat(first("kleling").id()).isEqualTo("MONDO:9000001");
    assertThat(first("kelkimg syndrome").id()).isEqualTo("MONDO:9000001");
    assertThat(search.find("kelkimg", 20)).isEmpty();
    assertThat(search.find("delling", 20)).isEmpty();
  }

  @Test
  void fewerHitsAreTheFirstOfMore() {
    assertThat(search.find("kelling", 2)).isEqualTo(search.find("kelling", 20).subList(0, 2));
    assertThat(search.find("...", 20)).isEmpty();
  }
}
