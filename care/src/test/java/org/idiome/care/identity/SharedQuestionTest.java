package org.idiome.care.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.care.identity.Household.gene;
import static org.idiome.care.identity.Household.only;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.idiome.care.identity.Household.Listing;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.run.Run;
import org.idiome.genomics.identity.Elsewhere;
import org.idiome.profile.Person;
import org.idiome.profile.PersonSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sample of the same name of somebody else, with other records: what the genotypes tell.
class SharedQuestionTest {
  @TempDir private Path folder;

  private final MadeGenome genome = MadeGenome.drawn(61, false);
  private PersonSource source =
      _ -> {
        throw new IllegalStateException("not made yet");
      };
  private Person person = unmade();

  private static Person unmade() {
    return new Person(
        new org.idiome.core.observation.Individual(
            "x", List.of(), org.idiome.core.time.When.notStated()),
        List.of(),
        org.idiome.core.time.When.notStated(),
        List.of(),
        List.of(),
        List.of(),
        new java.util.TreeMap<>(),
        List.of(),
        new org.idiome.core.source.Sources(),
        List.of(),
        0,
        row -> {
          throw new IllegalStateException("no row");
        });
  }

  @BeforeEach
  void read() {
    source = new Household(folder).file("a.vcf", genome, Listing.ALL).source();
    person = source.read(new TreeSet<>());
  }

  /// The panel of a file that somebody else has.
  private String panel(String name, MadeGenome of, Listing listing) throws Exception {
    var other = Files.createDirectories(folder.resolve(name));
    var read = new Household(other).file("b.vcf", of, listing).source().read(new TreeSet<>());
    return java.util.Objects.requireNonNull(read.genomes().getFirst().facts()).panel();
  }

  private Run run(String panel) {
    var own = person.genomes().getFirst();
    return run(source, List.of(new Elsewhere.OfSample(own.file(), "S-P", 2, false, true, panel)));
  }

  private static Run run(PersonSource source, List<Elsewhere> elsewhere) {
    return Household.run(loci -> {
      var read = source.read(loci);
      return new Person(
          read.individual(),
          read.references(),
          read.written(),
          read.specimens(),
          read.statements(),
          read.images(),
          read.quantities(),
          read.genomes(),
          read.sources(),
          read.problems(),
          read.problemCount(),
          read.rowText(),
          read.settlements(),
          elsewhere);
    });
  }

  private Finding label(String panel) {
    return only(run(panel), "label");
  }

  @Test
  void otherRecordsOfTheSameSampleAreFoundAndBlock() throws Exception {
    for (var listing : List.of(Listing.ALL, Listing.VARIANTS)) {
      var run = run(panel(listing.name(), genome, listing));
      assertThat(only(run, "label").why().code()).isEqualTo("sample_in_two_persons");
      assertThat(gene(run).state()).isInstanceOf(State.NotAssessed.class);
    }
  }

  @Test
  void aSampleOfSomebodyElseUnderTheSameNameIsExcluded() throws Exception {
    var other = label(panel("other", MadeGenome.drawn(62, false), Listing.ALL));
    assertThat(other.state()).isInstanceOf(State.Excluded.class);
  }

  @Test
  void withoutGenotypesItIsNotAssessed() {
    assertThat(label("").state()).isInstanceOf(State.NotAssessed.class);
    assertThat(gene(run("")).state()).isInstanceOf(State.Found.class);
  }

  /// Parents who have samples of their own: their genotypes are compared at the places of the
  /// panel.
  private Run ofKin(MadeGenome child, MadeGenome father, MadeGenome mother, Listing listing)
      throws Exception {
    var at = Files.createDirectories(folder.resolve("child"));
    return run(
        new Household(at).file("child.vcf", child, listing).source(),
        List.of(
            new Elsewhere.OfParent("father", 2, null, List.of(panel("f", father, listing))),
            new Elsewhere.OfParent("mother", 3, null, List.of(panel("m", mother, listing)))));
  }

  private final MadeGenome father = MadeGenome.drawn(71, true);
  private final MadeGenome mother = MadeGenome.drawn(72, false);

  @Test
  void kinInFilesOfTheirOwnFit() throws Exception {
    var child = MadeGenome.child(73, father, mother, true);
    var fits = only(ofKin(child, father, mother, Listing.ALL), "family");
    assertThat(fits.why().code()).isEqualTo("family_fits");
    assertThat(fits.state()).isInstanceOf(State.Excluded.class);
  }

  @Test
  void kinInFilesOfTheirOwnThatDoNotFitBlock() throws Exception {
    var run = ofKin(MadeGenome.drawn(74, true), father, mother, Listing.ALL);
    assertThat(only(run, "family").why().code()).isEqualTo("family_differs");
    assertThat(gene(run).state()).isInstanceOf(State.NotAssessed.class);
  }

  /// A file of variants alone does not show what contradicts.
  @Test
  void kinInFilesOfVariantsAloneAreNotCompared() throws Exception {
    var run = ofKin(MadeGenome.drawn(74, true), father, mother, Listing.VARIANTS);
    assertThat(only(run, "family").state()).isInstanceOf(State.NotAssessed.class);
  }

  @Test
  void kinWithoutConsentOrSampleAreNotAssessed() {
    for (var open : Elsewhere.OpenKin.values()) {
      assertOpen(open, Elsewhere.OfParent.open("mother", 0, open));
      assertOpen(open, Elsewhere.OfChild.open("mother", 0, open));
    }
  }

  private void assertOpen(Elsewhere.OpenKin open, Elsewhere relative) {
    var run = run(source, List.of(relative));
    assertThat(only(run, "family").state())
        .isInstanceOfSatisfying(
            State.NotAssessed.class,
            not ->
                assertThat(not.details().get("detail"))
                    .isEqualTo(new org.idiome.core.finding.Value.Word(open.code())));
  }

  /// From a parent's side: the same answer, whichever of the relatives it is.
  @Test
  void childrenInFilesOfTheirOwnFitOrBlockTheParentsSampleToo() throws Exception {
    var at = Files.createDirectories(folder.resolve("mother"));
    var mothers = new Household(at).file("mother.vcf", mother, Listing.ALL).source();
    var beside = List.of(panel("f", father, Listing.ALL));
    var child = panel("c", MadeGenome.child(73, father, mother, true), Listing.ALL);
    var stranger = panel("s", MadeGenome.drawn(74, true), Listing.ALL);
    var fits =
        run(mothers, List.of(new Elsewhere.OfChild("mother", 2, null, List.of(child), beside)));
    assertThat(only(fits, "family").why().code()).isEqualTo("family_fits");
    for (var other : List.of(beside, List.<String>of())) {
      var differs =
          run(
              mothers,
              List.of(
                  new Elsewhere.OfChild("mother", 2, null, List.of(child), other),
                  new Elsewhere.OfChild("mother", 3, null, List.of(child, stranger), other)));
      assertThat(only(differs, "family").why().code()).isEqualTo("family_differs");
      assertThat(only(differs, "family").state().toString()).contains("kin_samples");
      assertThat(gene(differs).state()).isInstanceOf(State.NotAssessed.class);
    }
  }

  /// Of several samples of a parent none is left out, be it that the first one fits.
  @Test
  void everySampleOfAParentIsCompared() throws Exception {
    var at = Files.createDirectories(folder.resolve("child"));
    var child = MadeGenome.child(73, father, mother, true);
    var source = new Household(at).file("child.vcf", child, Listing.ALL).source();
    var mothers = panel("m", mother, Listing.ALL);
    var strangers = panel("s", MadeGenome.drawn(75, false), Listing.ALL);
    var few = panel("v", mother, Listing.VARIANTS);
    var differs =
        run(
            source,
            List.of(new Elsewhere.OfParent("mother", 3, null, List.of(mothers, strangers))));
    assertThat(only(differs, "family").why().code()).isEqualTo("family_differs");
    var fits =
        run(source, List.of(new Elsewhere.OfParent("mother", 3, null, List.of(mothers, few))));
    assertThat(only(fits, "family").why().code()).isEqualTo("family_fits");
    assertThat(only(fits, "family").state().toString())
        .as("what was not compared is counted")
        .contains("kin_open");
  }

  /// Being shared by more makes no question weaker.
  @Test
  void manyOfTheSameNameAreComparedAsOneIs() throws Exception {
    var own = person.genomes().getFirst();
    var others = new java.util.ArrayList<Elsewhere>();
    var stranger = panel("other", MadeGenome.drawn(62, false), Listing.ALL);
    for (int i = 0; i < 30; i++) {
      others.add(new Elsewhere.OfSample(own.file(), "S-P", i + 2, false, true, stranger));
    }
    assertThat(only(run(source, others), "label").state()).isInstanceOf(State.Excluded.class);
    others.set(29, new Elsewhere.OfSample(own.file(), "S-P", 31, false, false, ""));
    var unread = run(source, others);
    assertThat(only(unread, "label").why().code()).isEqualTo("sample_of_same_name_not_read");
    assertThat(gene(unread).state()).isInstanceOf(State.NotAssessed.class);
    var panel = panel("same", genome, Listing.ALL);
    others.set(29, new Elsewhere.OfSample(own.file(), "S-P", 31, false, true, panel));
    assertThat(only(run(source, others), "label").why().code()).isEqualTo("sample_in_two_persons");
  }
}
