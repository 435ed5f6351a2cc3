package org.idiome.knowledge.source.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.idiome.core.problem.BadInputException;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.ToldRelease;
import org.idiome.knowledge.source.Recognition;
import org.idiome.knowledge.source.SourceSample;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OboImporterTest {
  private static final String HEADER =
      """
      format-version: 1.2
      data-version: go/releases/2021-08-03
      ontology: go
      property_value: terms:license "https://creativecommons.org/licenses/by/4.0/" xsd:anyURI

      """;

  @TempDir Path folder;

  private SourceSample read(String stanzas) {
    return SourceSample.of(new OboImporter(), folder, HEADER + stanzas);
  }

  @Test
  void tellsWhatAStanzaSays() {
    var sample =
        read(
            """
            [Term]
            id: GO:0000001
            name: a \\"name\\" \\{of\\} two\\nlines ! its comment
            namespace: biological_process
            alt_id: GO:0000009
            def: "One, \\"quoted\\" ! not a comment [at all]." [GOC:mah "who, when", PMID:12345678]
            synonym: "first" EXACT [PMID:1]
            synonym: "second" BROAD systematic_synonym []
            synonym: "third" []
            xref: MESH:D000001 {source="MONDO:equivalentTo", source="DOID:4"} ! mesh name
            is_a: GO:0000002 {source="GOC:x"} ! the parent
            relationship: part_of GO:0000003 ! the whole
            relationship: RO:0002212 GO:0000003
            relationship: unheard_of GO:0000003
            strange_tag: some value

            [Term]
            id: GO:0000002

            [Term]
            id: GO:0000003
            """);
    var told = sample.told();
    var id = "GO:0000001";
    assertThat(told.values(id, TermProperty.NAME)).containsExactly("a \"name\" {of} two\nlines");
    assertThat(told.values(id, TermProperty.ALTERNATIVE_ID)).containsExactly("GO:0000009");
    assertThat(told.values(id, TermProperty.DEFINITION))
        .containsExactly("One, \"quoted\" ! not a comment [at all].");
    assertThat(told.values(id, TermProperty.EXACT_SYNONYM)).containsExactly("first");
    assertThat(told.values(id, TermProperty.BROAD_SYNONYM)).containsExactly("second");
    assertThat(told.values(id, TermProperty.RELATED_SYNONYM)).containsExactly("third");
    assertThat(notes(told, TermProperty.DEFINITION))
        .isEqualTo("publications=PMID:12345678;xref=GOC:mah");
    assertThat(notes(told, TermProperty.BROAD_SYNONYM)).isEqualTo("type=systematic_synonym");
    assertThat(notes(told, TermProperty.COLUMNS))
        .isEqualTo("namespace=biological_process;strange_tag=some value");
    assertThat(sample.claims())
        .containsExactly(
            "GO:0000001 oboInOwl:hasDbXref MESH:D000001",
            "GO:0000001 biolink:subclass_of GO:0000002",
            "GO:0000001 biolink:part_of GO:0000003",
            "GO:0000001 biolink:regulates GO:0000003 [object_direction_qualifier=downregulated]",
            "GO:0000001 biolink:related_to GO:0000003");
    assertThat(sample.values("GO:0000001", "MESH:D000001"))
        .isEqualTo("source=DOID:4|MONDO:equivalentTo");
    assertThat(told.claims().getLast().claim().values().get("original_predicate"))
        .isEqualTo("unheard_of");
    assertThat(told.unknownValues()).containsOnlyKeys("relationship=unheard_of");
    assertThat(told.unknownColumns()).containsExactly("strange_tag");
    assertThat(told.claims().get(1).line()).isEqualTo(16);
  }

  private static String notes(ToldRelease told, TermProperty property) {
    return told.terms().stream()
        .map(ToldRelease.ToldTerm::term)
        .filter(term -> term.property() == property)
        .findFirst()
        .orElseThrow()
        .notes()
        .toString();
  }

  @Test
  void tellsWhatIsObsoleteAndItsReplacements() {
    var told =
        read("""
        [Term]
        id: GO:0000005
        is_obsolete: true
        replaced_by: GO:0000006
        consider: GO:0000007
        consider: no known id
        """)
            .told();
    assertThat(told.values("GO:0000005", TermProperty.OBSOLETE)).containsExactly("true");
    assertThat(told.values("GO:0000005", TermProperty.REPLACED_BY)).containsExactly("GO:0000006");
    assertThat(told.values("GO:0000005", TermProperty.CONSIDER)).containsExactly("GO:0000007");
    assertThat(told.unknownValues()).containsOnlyKeys("consider=no");
  }

  @Test
  void saysWhatTheHeaderSays() {
    var sample = read("[Term]\nid: GO:0000001\n");
    assertThat(sample.recognition()).isEqualTo(new Recognition.Yes("go", "obo"));
    assertThat(sample.statement().version()).isEqualTo("go/releases/2021-08-03");
    assertThat(sample.statement().date()).isEqualTo(LocalDate.of(2021, 8, 3));
    assertThat(sample.statement().licence())
        .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
  }

  @Test
  void leavesOutRelationsAndRefusesWhatItCannotName() {
    var told =
        read("""
        [Term]
        id: GO:0000001

        [Term]
        id: GO:0000001
        name: the id again

        [Term]
        id: ADRENAL:GLAND

        [Term]
        name: without id

        [Typedef]
        id: part_of
        """)
            .told();
    assertThat(told.rows()).isEqualTo(5);
    assertThat(told.leftOut()).containsOnlyKeys("relation");
    assertThat(told.refused())
        .containsExactly("9 id_twice GO:0000001", "13 id ADRENAL:GLAND", "16 id ");
    assertThat(told.terms()).isEmpty();
  }

  @Test
  void aCircleIsRefusedWithItsMembers() {
    assertThatThrownBy(() ->
            read(
                """
                [Term]
                id: GO:0000001
                is_a: GO:0000002

                [Term]
                id: GO:0000002
                is_a: GO:0000003

                [Term]
                id: GO:0000003
                is_a: GO:0000002
                """))
        .isInstanceOfSatisfying(
            BadInputException.class,
            bad -> {
              assertThat(bad.problem().code().code()).isEqualTo("knowledge-cycle");
              assertThat(bad.problem().place().line()).isEqualTo(16);
              assertThat(bad.problem().values())
                  .containsEntry("members", "GO:0000002, GO:0000003")
                  .containsEntry("count", "2");
            });
  }

  @Test
  void aFileThatEndsInALineIsRefused() {
    assertThatThrownBy(() -> read("[Term]\nid: GO:0000001\nname: mitoch"))
        .isInstanceOfSatisfying(
            BadInputException.class,
            bad -> {
              assertThat(bad.problem().code().code()).isEqualTo("knowledge-file-cut");
              assertThat(bad.problem().place().line()).isEqualTo(8);
            });
  }

  @Test
  void parentsThatAreNotInTheFileAreSaid() {
    var told = read("[Term]\nid: GO:0000001\nis_a: GO:0000008\n").told();
    assertThat(told.remarks()).containsEntry("parent_not_in_file", 1L);
    assertThat(told.claims()).hasSize(1);
  }

  /// Counts of the specification, and by `grep -c` over the file.
  @Test
  void readsThePartOfTheGeneOntologyThatMondoImports() {
    var sample =
        SourceSample.of(new OboImporter(), Truth.data("knowledge/go/go_import_2021-08-03.obo.gz"));
    var told = sample.told();
    assertThat(sample.recognition())
        .isEqualTo(new Recognition.Yes("mondo-imports-go_import", "obo"));
    assertThat(told.leftOut()).containsEntry("relation", 6L);
    assertThat(told.rows()).isEqualTo(3845 + 6);
    assertThat(told.refused()).isEmpty();
    assertThat(told.unknownColumns()).isEmpty();
    assertThat(told.unknownValues()).isEmpty();
    assertThat(sample.claims().stream().filter(claim -> claim.contains(" biolink:subclass_of ")))
        .hasSize(6677 - 2);
    assertThat(sample.claims()).hasSize(6677 - 2 + 2262);
    assertThat(count(told, TermProperty.OBSOLETE)).isEqualTo(128);
    assertThat(count(told, TermProperty.REPLACED_BY)).isEqualTo(37);
    assertThat(count(told, TermProperty.CONSIDER)).isEqualTo(33);
    assertThat(count(told, TermProperty.DEFINITION)).isEqualTo(3809);
  }

  private static long count(ToldRelease told, TermProperty property) {
    return told.terms().stream().filter(term -> term.term().property() == property).count();
  }

  /// 50,055 terms by the specification; every one is a row.
  @Test
  void readsTheEquivalencesOfMondo() {
    var sample =
        SourceSample.of(new OboImporter(), Truth.data("knowledge/mondo/equivalencies.obo.gz"));
    assertThat(sample.told().rows()).isEqualTo(50_055);
    assertThat(sample.claims()).contains("DOID:14323 owl:equivalentClass MONDO:0007947");
  }
}
