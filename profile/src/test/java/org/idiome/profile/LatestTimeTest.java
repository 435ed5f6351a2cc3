package org.idiome.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.Locator;
import org.idiome.core.time.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatestTimeTest {
  @TempDir private Path folder;

  private LatestTime latest(String written, String subject, String... days) throws IOException {
    var signs = new StringBuilder();
    for (var day : days) {
      signs.append(signs.isEmpty() ? "" : ",\n").append("{'type':{'id':'HP:1'},'onset':");
      signs.append("{'timestamp':'").append(day).append("T00:00:00Z'}}");
    }
    var packet =
        """
        {'subject':{'id':'s'%s},'phenotypicFeatures':[
        %s],'metaData':{'created':'%s','createdBy':'x','phenopacketSchemaVersion':'2.0'}}
        """
            .formatted(subject, signs, written);
    Files.writeString(folder.resolve("phenopacket.json"), packet.replace('\'', '"'));
    return LatestTime.of(new FolderSource(folder).read(new TreeSet<>()));
  }

  @Test
  void aDateFarFromAllOthersIsDoubtedWithItsPlace() throws IOException {
    var latest = latest("2024-06-01T00:00:00Z", "", "2023-01-01", "2202-05-01", "2024-05-01");
    assertThat(latest.when().text()).isEqualTo("2202-05-01");
    assertThat(latest.doubts()).hasSize(1);
    var doubt = latest.doubts().getFirst();
    assertThat(doubt.code()).isEqualTo(ProblemCode.CLINICAL_DATE_FAR);
    assertThat(doubt.place().text()).isEqualTo("phenopacket.json:3 /phenotypicFeatures/1");
    assertThat(doubt.values())
        .containsEntry("at", "2202-05-01")
        .containsEntry("other", "2024-06-01");
  }

  @ParameterizedTest(name = "written {0}, then {1}, then {2}: doubted {3}")
  @CsvSource({
    "2024-06-01T00:00:00Z, 2010-01-01, 2024-05-01, false",
    "2024-06-01T00:00:00Z, 2010-01-01, 2029-06-01, false",
    "2024-06-01T00:00:00Z, 2010-01-01, 2029-06-02, true",
    "'', 2010-01-01, 2015-01-01, false",
    "'', 2010-01-01, 2015-01-02, true",
    "'', 2015-01-02, 2010-01-01, true",
    "'', 2202-01-01, 2202-01-01, false"
  })
  void fiveYearsFromAllOthersAreFar(String written, String one, String other, boolean isDoubted)
      throws IOException {
    assertThat(latest(written, "", one, other).doubts()).hasSize(isDoubted ? 1 : 0);
  }

  @Test
  void aDateAfterDeathIsDoubted() throws IOException {
    var death =
        ",'vitalStatus':{'status':'DECEASED','timeOfDeath':{'timestamp':'2023-03-01T00:00:00Z'}}";
    assertThat(latest("2024-06-01T00:00:00Z", death, "2023-02-28").doubts()).isEmpty();
    assertThat(latest("2024-06-01T00:00:00Z", death, "2023-03-02").doubts())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.CLINICAL_DATE_AFTER_DEATH);
  }

  @Test
  void aStudyDayFarFromAllOthersIsDoubted() throws IOException {
    for (int last : new int[] {1_831, 1_832}) {
      Files.writeString(
          folder.resolve("phenopacket.json"),
          """
          {"subject":{"id":"s"},"files":[{"uri":"t.tsv","fileAttributes":{"layer":"laboratory",
           "shape":"long","feature":"f","value":"v","time":"t","timeUnit":"study_day",
           "fileFormat":"TSV"}}],"metaData":{"phenopacketSchemaVersion":"2.0"}}
          """);
      Files.writeString(folder.resolve("t.tsv"), "f\tv\tt\nx\t1\t" + last + "\nx\t1\t1\nx\t1\t0\n");
      var person = new FolderSource(folder).read(new TreeSet<>());
      var latest = LatestTime.of(person);
      assertThat(latest.when().text()).isEqualTo("day " + last);
      assertThat(latest.doubts()).hasSize(last > 1_831 ? 1 : 0);
      var row = latest.row();
      assertThat(row == null ? null : person.sources().locator(row)).isEqualTo(new Locator.Line(2));
    }
  }

  @Test
  void nothingIsDoubtedWhereThereIsNoDate() throws IOException {
    var latest = latest("2024-06-01T00:00:00Z", "");
    assertThat(latest.when().text()).isEqualTo("not stated");
    assertThat(latest.row()).isNull();
    assertThat(latest.doubts()).isEmpty();
  }

  @Test
  void aGivenDateBeforeAllIsSaid() throws IOException {
    var latest = latest("", "", "2023-01-01", "2024-05-01");
    assertThat(latest.doubts(When.parse("2022-12-31")).getFirst().values())
        .containsEntry("at", "2022-12-31")
        .containsEntry("latest", "2024-05-01");
    assertThat(latest.doubts(When.parse("2023-01-01"))).isEmpty();
    assertThat(latest.doubts(new When.StudyDay(-9))).isEmpty();
    var born = latest("", ",'dateOfBirth':'1970-05-01T00:00:00Z'", "2023-01-01");
    assertThat(born.doubts(When.parse("1970-04-30")).getFirst().values())
        .containsEntry("born", "1970-05-01");
    assertThat(born.doubts(When.parse("2023-01-01"))).isEmpty();
  }
}
