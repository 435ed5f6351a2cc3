package org.idiome.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.idiome.core.finding.ReasonCode;
import org.idiome.report.SampleFindings;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunJsonTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(RunJson.schema(), InputFormat.JSON);

  @Test
  void fulfilsItsPublishedSchema() {
    var text = RunJson.text(SampleFindings.interpreted().run());
    assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '#',
      value = {
        "\"state\": \"excluded\"#\"state\": \"negative\"",
        "\"verb\": \"settle\"#\"verb\": \"stop\"",
        "\"level\": \"moderate\"#\"level\": \"high\"",
        "\"reason\": \"too_few_values\"#\"reason\": \"unknown\"",
        "\"format\": \"idiome-run/1\"#\"format\": \"idiome-run/2\"",
        "\"absent\": \"failed\"#\"absent\": \"0\"",
        "\"key\": \"laboratory|interval#\"key\": \"laboratory interval",
        "\"problem_count\": 1#\"problem_count\": null"
      })
  void refusesWhatIsNotOfItsWords(String good, String bad) {
    var text = RunJson.text(SampleFindings.interpreted().run());
    if (text.contains(good)) {
      assertThat(SCHEMA.validate(text.replace(good, bad), InputFormat.JSON)).isNotEmpty();
    }
  }

  /// The page that says where the schema is names every member of a run.
  @Test
  void isDescribedForReaders() throws IOException {
    var page = Files.readString(Checkout.root().resolve("docs/json.md"));
    var text = RunJson.text(SampleFindings.interpretedInPart().run());
    assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
    var members =
        Pattern.compile("^  \"(\\w+)\": ", Pattern.MULTILINE).matcher(text).results().toList();
    assertThat(members).hasSize(11);
    assertThat(members).allMatch(member -> page.contains("| `" + member.group(1) + "` |"));
    var schema = "src/main/resources/org/idiome/report/json/idiome-run-1.schema.json";
    assertThat(page).contains("report/" + schema);
    assertThat(Checkout.root().resolve("report").resolve(schema)).hasContent(RunJson.schema());
  }

  @Test
  void knowsEveryReason() {
    for (var reason : ReasonCode.values()) {
      assertThat(RunJson.schema()).contains("\"" + reason.code() + "\"");
    }
  }
}
