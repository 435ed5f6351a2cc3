package org.idiome.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.concept.SnapshotId;
import org.idiome.core.concept.SourceRelease;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Strength;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.presence.Absence;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.source.SourceFile;
import org.idiome.core.time.When;
import org.idiome.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.api.util.DefaultTimeZone;

class RunTest {
  private static final Sha256 HASH = Sha256.of(new byte[0]);

  private static Finding finding(String subject, State state) {
    return new Finding(
        new FindingKey("laboratory", "interval", subject, "."),
        List.of(),
        new Coded(subject, "İIıi " + subject),
        state,
        new Strength(Strength.Level.MODERATE, "own data"),
        new Advice(
            Advice.Verb.SETTLE, Advice.Priority.BLOCKS_DECISION, "repeat_test", Details.NONE),
        new Explanation.Claim("i", Details.NONE, List.of()),
        "1");
  }

  private static Run run(List<Finding> findings, SortedMap<String, String> settings) {
    var problem = Problem.of(ProblemCode.FILE_EMPTY, Place.line("a.tsv", 1), "limit", "İ");
    return run(findings, settings, List.of(problem));
  }

  private static Run run(
      List<Finding> findings, SortedMap<String, String> settings, List<Problem> problems) {
    var inputs =
        new RunInputs(
            HASH,
            new SnapshotId(HASH),
            new Software("0.1.0", new TreeMap<>(), new TreeMap<>()),
            new Settings(settings));
    var release =
        new SourceRelease("cpic", "1", LocalDate.of(2026, 3, 1), "CC0-1.0", HASH, "1", 1, 1, 0);
    return new Run(
        new Individual("lung-01", List.of(), When.parse("1961-05")),
        inputs,
        findings,
        List.of(new SourceFile("a.tsv", HASH, 0)),
        List.of(release),
        problems,
        problems.size());
  }

  private static Run whole() {
    var settings = new TreeMap<String, String>();
    settings.put("at", When.parse("2024-01-01T00:30:00+05:45").text());
    var number = Details.of("value", Value.number(1234567.891, "mg/dL"));
    return run(
        List.of(
            finding("c", new State.NotAssessed(ReasonCode.TOO_FEW_VALUES, number)),
            finding("a", State.found(number)),
            finding("b", new State.Excluded(Details.of("at", new Value.Time(When.notStated()))))),
        settings);
  }

  @Test
  void sortsItsFindingsByKey() {
    assertThat(whole().findings().stream().map(finding -> finding.key().subject()))
        .containsExactly("a", "b", "c");
  }

  @Test
  void refusesTwoFindingsOfOneKey() {
    var twice =
        List.of(finding("a", State.found(Details.NONE)), finding("a", State.found(Details.NONE)));
    assertThatThrownBy(() -> run(twice, new TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("laboratory|interval|a|.");
  }

  @Test
  void isNamedByWhatWentInNotByWhatCameOut() {
    var empty = run(List.of(), whole().inputs().settings().values());
    assertThat(empty.id()).isEqualTo(whole().id());
    assertThat(empty.findingsDigest()).isNotEqualTo(whole().findingsDigest());
    assertThat(run(List.of(), new TreeMap<>()).id()).isNotEqualTo(empty.id());
  }

  @Test
  void doesNotDependOnTheOrderOfAnyMap() {
    var backwards = new TreeMap<String, String>(Comparator.reverseOrder());
    backwards.put("at", "2024-01-01");
    backwards.put("threads", "1");
    var one = run(List.of(), backwards);
    var other = run(List.of(), new TreeMap<>(backwards.descendingMap()));
    assertThat(one.id()).isEqualTo(other.id());
  }

  @Test
  void namesEveryFileThatWasRefusedOnce() {
    var named = Place.pointer("phenopacket.json", 12, "/files/3");
    var refused =
        run(
                List.of(),
                new TreeMap<>(),
                List.of(
                    Problem.of(ProblemCode.FILE_COMPRESSION_CUT, Place.file("b.vcf.gz")),
                    Problem.of(ProblemCode.VCF_LAST_LINE, Place.file("c.vcf")),
                    Problem.of(ProblemCode.VCF_SAMPLE_ABSENT, Place.file("b.vcf.gz")),
                    Problem.of(ProblemCode.FILE_NOT_FOUND, named, "path", "d.tsv"),
                    Problem.of(ProblemCode.TABLE_ATTRIBUTE_MISSING, named, "attribute", "unit")))
            .refused();
    assertThat(refused)
        .extracting(RefusedFile::name)
        .containsExactly("b.vcf.gz", "d.tsv", "phenopacket.json:12 /files/3");
    assertThat(refused.getFirst().why().code()).isEqualTo(ProblemCode.FILE_COMPRESSION_CUT);
  }

  @Test
  void isTheSameBytes() {
    Golden.beside(RunTest.class).holds("run.json", whole().toJson().pretty());
  }

  @Test
  @DefaultLocale("tr-TR")
  @DefaultTimeZone("Asia/Kathmandu")
  void isTheSameBytesInTurkeyAndNepal() {
    Golden.beside(RunTest.class).holds("run.json", whole().toJson().pretty());
    assertThat(codes()).allMatch(code -> code.chars().allMatch(c -> c < 0x7f));
  }

  @Test
  @DefaultLocale("ar-EG-u-nu-arab")
  @DefaultTimeZone("Pacific/Kiritimati")
  void isTheSameBytesWithOtherDigits() {
    Golden.beside(RunTest.class).holds("run.json", whole().toJson().pretty());
  }

  private static List<String> codes() {
    var codes = new ArrayList<String>();
    List.of(Layer.values()).forEach(one -> codes.add(one.code()));
    List.of(ReasonCode.values()).forEach(one -> codes.add(one.code()));
    List.of(ProblemCode.values()).forEach(one -> codes.add(one.code()));
    List.of(Reach.values()).forEach(one -> codes.add(one.code()));
    List.of(Absence.values()).forEach(one -> codes.add(one.code()));
    List.of(Advice.Verb.values()).forEach(one -> codes.add(one.code()));
    List.of(Advice.Priority.values()).forEach(one -> codes.add(one.code()));
    List.of(Strength.Level.values()).forEach(one -> codes.add(one.code()));
    List.of(Explanation.Note.Kind.values()).forEach(one -> codes.add(one.code()));
    return codes;
  }

  @Test
  void isWrittenForEyesInOneWay() {
    var text = new String(whole().canonicalBytes(), StandardCharsets.UTF_8);
    assertThat(text).startsWith("{\"files\":").contains("\"format\":\"idiome-run/1\"");
    assertThat(whole().toJson().pretty()).endsWith("}\n").doesNotContain("\r");
  }
}
