package org.idiome.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.SnapshotId;
import org.idiome.core.concept.SourceRelease;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.State;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.knowledge.Knowledge;
import org.idiome.knowledge.laboratory.LaboratoryKnowledge;
import org.idiome.knowledge.pharmacogene.Pharmacogenes;
import org.junit.jupiter.api.Test;

class InterpretationTest {
  private static final SortedMap<String, String> NO_OPTIONS = new TreeMap<>();

  /// Counts statements and quantities, and names what it could not see.
  private static Interpreter counting(String name, Reads reads) {
    return interpreter(
        name,
        reads,
        profile -> {
          var details = Details.NONE;
          for (var layer : reads.statements()) {
            details = details.count(layer.code(), profile.statements(layer).size());
          }
          for (var layer : reads.quantities()) {
            details = details.count(layer.code() + "_rows", profile.quantities(layer).size());
          }
          return details.text("at", profile.at().text());
        });
  }

  private static Interpreter interpreter(
      String name, Reads reads, Function<Profile, Details> answer) {
    return new Interpreter() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String version() {
        return "1";
      }

      @Override
      public SortedMap<String, Sha256> ruleTables() {
        return new TreeMap<>();
      }

      @Override
      public Reads reads(Knowledge knowledge) {
        return reads;
      }

      @Override
      public List<Finding> interpret(Profile profile, Knowledge knowledge, Findings earlier) {
        var details = answer.apply(profile).count("earlier", earlier.all().size());
        return List.of(finding(name, details));
      }
    };
  }

  private static Finding finding(String interpreter, Details details) {
    return new Finding(
        new FindingKey(interpreter, "count", "person", FindingKey.WHOLE_PERSON),
        List.of(),
        Coded.of("person"),
        State.found(details),
        null,
        null,
        new Explanation.Claim("counted", details, List.of()),
        "1");
  }

  private static final Knowledge KNOWLEDGE =
      new Knowledge() {
        @Override
        public SnapshotId snapshot() {
          return new SnapshotId(Sha256.of(new byte[] {1}));
        }

        @Override
        public List<SourceRelease> releases() {
          return List.of();
        }

        @Override
        public Pharmacogenes pharmacogenes() {
          return Pharmacogenes.read(_ -> List.of());
        }

        @Override
        public LaboratoryKnowledge laboratory() {
          return LaboratoryKnowledge.read(_ -> List.of());
        }
      };

  private static Statement sign(String id, String when, SourceRow row) {
    return new Statement(
        Layer.PHENOTYPE,
        "sign",
        Coded.of(id),
        Presence.Looked.PRESENT,
        When.parse(when),
        List.of(),
        null,
        null,
        List.of(row));
  }

  private static Person person(String... signsAndDates) {
    var sources = new Sources();
    int file = sources.open("phenopacket.json");
    sources.close(file, Sha256.of(new byte[0]), 0);
    var statements = new ArrayList<Statement>();
    for (int i = 0; i < signsAndDates.length; i += 2) {
      statements.add(sign(signsAndDates[i], signsAndDates[i + 1], sources.line(file, i + 1L)));
    }
    var quantities = QuantityColumns.of(Layer.LABORATORY);
    for (int day = 1; day <= 3; day++) {
      quantities.add(
          Coded.of("LOINC:2345-7"),
          new Magnitude.Exact(day),
          Unit.ucum("mmol/L"),
          null,
          When.parse("2024-01-0" + day),
          null,
          null,
          null,
          sources.line(file, day));
    }
    var columns = new TreeMap<Layer, QuantityColumns>();
    columns.put(Layer.LABORATORY, quantities.build());
    return new Person(
        new Individual("p1", List.of(), When.parse("2020-02-29")),
        List.of(),
        When.notStated(),
        List.of(),
        statements,
        List.of(),
        columns,
        List.of(),
        sources,
        List.of(),
        0,
        row -> new CitedRow(sources.file(row.file()), sources.locator(row), null, "row", null));
  }

  private static final Reads SIGNS = Reads.NOTHING.statements(List.of(Layer.PHENOTYPE));
  private static final Reads VALUES = Reads.NOTHING.quantities(List.of(Layer.LABORATORY));

  private static Interpretation.Interpreted interpret(
      Person person, SortedMap<String, String> options, Interpreter... interpreters) {
    return new Interpretation(List.of(interpreters), KNOWLEDGE, "test", 2)
        .interpret(_ -> person, options);
  }

  private static SortedMap<String, String> at(String date) {
    return new TreeMap<>(Map.of(Interpretation.AT, date));
  }

  private static Details found(Interpretation.Interpreted interpreted, String name) {
    for (var finding : interpreted.run().findings()) {
      if (finding.key().interpreter().equals(name)
          && finding.state() instanceof State.Found found) {
        return found.possibilities().getFirst();
      }
    }
    throw new AssertionError("no finding of " + name);
  }

  @Test
  void takesTheLatestBeginningForTheClinicalDate() {
    var person = person("HP:1", "2024-03", "HP:2", "2024-02-01/2030-01-01");
    assertThat(found(interpret(person, NO_OPTIONS, counting("a", SIGNS)), "a"))
        .isEqualTo(Details.NONE.count("phenotype", 2).text("at", "2024-03-01").count("earlier", 0));
  }

  @Test
  void showsNothingThatBeganAfterTheClinicalDate() {
    var person = person("HP:1", "2024-03-02", "HP:2", "2023", "HP:3", "P4Y", "HP:4", "P3Y");
    var interpreted =
        interpret(person, at("2024-01-02"), counting("a", SIGNS), counting("b", VALUES));
    assertThat(found(interpreted, "a"))
        .isEqualTo(Details.NONE.count("phenotype", 2).text("at", "2024-01-02").count("earlier", 0));
    assertThat(found(interpreted, "b"))
        .isEqualTo(
            Details.NONE.count("laboratory_rows", 2).text("at", "2024-01-02").count("earlier", 0));
    assertThat(interpreted.run().inputs().settings().get("at")).isEqualTo("2024-01-02");
  }

  @Test
  void refusesWhatWasNotDeclared() {
    var curious =
        interpreter(
            "a",
            SIGNS,
            profile -> {
              profile.quantities(Layer.LABORATORY);
              return Details.NONE;
            });
    assertThatThrownBy(() -> interpret(person(), NO_OPTIONS, curious))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("laboratory");
  }

  @Test
  void handsOnFindingsInTheOrderOfNeed() {
    var first = counting("z", SIGNS);
    var second = counting("a", VALUES.findingsOf("z"));
    var third = counting("b", VALUES.findingsOf("a").findingsOf("z").findingsOf("absent"));
    var interpreted = interpret(person(), NO_OPTIONS, third, second, first);
    assertThat(found(interpreted, "z").get("earlier")).hasToString("Count[count=0]");
    assertThat(found(interpreted, "a").get("earlier")).hasToString("Count[count=1]");
    assertThat(found(interpreted, "b").get("earlier")).hasToString("Count[count=2]");
  }

  @Test
  void refusesACircleAndTwoOfOneName() {
    var a = counting("a", SIGNS.findingsOf("b"));
    var b = counting("b", SIGNS.findingsOf("a"));
    assertThatThrownBy(() -> interpret(person(), NO_OPTIONS, a, b))
        .hasMessageContaining("wait for each other");
    assertThatThrownBy(() -> interpret(person(), NO_OPTIONS, counting("a", SIGNS), a))
        .hasMessageContaining("two interpreters named a");
  }

  @Test
  void givesTheSameBytesForAnyNumberOfThreadsAndOrderOfInterpreters() {
    var person = person("HP:1", "2024-03", "HP:2", "2023");
    var a = counting("a", SIGNS);
    var b = counting("b", VALUES);
    var c = counting("c", SIGNS.findingsOf("a"));
    var expected = interpret(person, NO_OPTIONS, a, b, c).run().canonicalBytes();
    for (int threads : new int[] {1, 4, 16}) {
      var run =
          new Interpretation(List.of(c, b, a), KNOWLEDGE, "test", threads)
              .interpret(_ -> person, NO_OPTIONS)
              .run();
      assertThat(run.canonicalBytes()).isEqualTo(expected);
    }
  }

  @Test
  void namesTheRunByWhatWasReadAlone() {
    var a = counting("a", SIGNS);
    var one = interpret(person("HP:1", "2023"), at("2024-06-01"), a).run();
    var other = interpret(person("HP:2", "2023"), at("2024-06-01"), a).run();
    var later = interpret(person("HP:1", "2023"), at("2024-06-02"), a).run();
    assertThat(one.id()).isNotEqualTo(other.id()).isNotEqualTo(later.id());
    assertThat(one.inputs().profileState()).isEqualTo(later.inputs().profileState());
    assertThat(one.findingsDigest()).isNotEqualTo(later.findingsDigest());
  }

  @Test
  void refusesAnAtThatIsNoDay() {
    assertThatThrownBy(() -> interpret(person(), at("2024-02"), counting("a", SIGNS)))
        .isInstanceOf(DateTimeException.class);
  }
}
