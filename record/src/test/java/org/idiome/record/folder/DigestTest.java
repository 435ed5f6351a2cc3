package org.idiome.record.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.BadInputException;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.record.json.JsonLimits;
import org.idiome.record.json.JsonReader;
import org.idiome.record.json.JsonValue;
import org.idiome.testkit.Cases;
import org.idiome.testkit.Made;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the digest of a record depends on, and what it does not.
class DigestTest {
  @TempDir Path folder;

  private static JsonValue tree(Path file) throws IOException {
    try (var input = Input.open(file, "x", Limits.DEFAULT)) {
      return JsonReader.read(input, JsonLimits.DEFAULT).root();
    }
  }

  private PersonRecord record(String json) throws IOException {
    var file = folder.resolve("p.json");
    Files.write(file, json.getBytes(StandardCharsets.UTF_8));
    return Folders.read(file);
  }

  /// The same value with the members of every object in another order and other white space.
  private static String shuffled(JsonValue value, Made made) {
    return switch (value) {
      case JsonValue.Obj object -> {
        var left = new ArrayList<>(object.members().entrySet());
        var parts = new ArrayList<String>();
        while (!left.isEmpty()) {
          var member = left.remove(made.between(0, left.size() - 1));
          parts.add("\"" + member.getKey() + "\" :" + shuffled(member.getValue(), made));
        }
        yield "{" + String.join(made.coin() ? ",\n" : ", ", parts) + "}";
      }
      case JsonValue.Arr array -> {
        var parts = new ArrayList<String>();
        array.items().forEach(item -> parts.add(shuffled(item, made)));
        yield "[" + String.join(",", parts) + "]";
      }
      case JsonValue.Text _, JsonValue.Num _, JsonValue.Bool _, JsonValue.Null _ -> value.compact();
    };
  }

  private static final List<String> GOLDEN =
      List.of("v2-rare-disease.json", "v2-oncology.json", "v2-family.json");

  private static List<JsonValue> trees() throws IOException {
    var trees = new ArrayList<JsonValue>();
    for (var name : GOLDEN) {
      trees.add(tree(Truth.data("person/phenopackets/" + name)));
    }
    return trees;
  }

  @Test
  void theOrderOfMembersChangesNothing() throws IOException {
    var trees = trees();
    var expected = new ArrayList<PersonRecord>();
    for (var tree : trees) {
      expected.add(record(tree.compact()));
    }
    Cases.check(
        "the order of members changes nothing",
        made -> {
          int i = made.between(0, trees.size() - 1);
          var record = record(shuffled(trees.get(i), made));
          assertThat(record.digest()).isEqualTo(expected.get(i).digest());
          assertThat(record.digests()).isEqualTo(expected.get(i).digests());
        });
  }

  @Test
  void theOrderOfItemsChangesNothing() throws IOException {
    var sign = "{\"type\":{\"id\":\"%s\"}}";
    var first = sign.formatted("HP:1") + "," + sign.formatted("HP:2");
    var second = sign.formatted("HP:2") + "," + sign.formatted("HP:1");
    var packet = "{\"subject\":{\"id\":\"s\"}," + Folders.META + ",\"phenotypicFeatures\":[%s]}";
    assertThat(record(packet.formatted(first)).digest())
        .isEqualTo(record(packet.formatted(second)).digest());
    assertThat(record(packet.formatted(first)).digest())
        .isNotEqualTo(record(packet.formatted(sign.formatted("HP:1"))).digest());
  }

  @Test
  void presenceChangesTheDigestOfItsLayerAlone() throws IOException {
    var packet =
        "{\"subject\":{\"id\":\"s\"},"
            + Folders.META
            + ",\"phenotypicFeatures\":[{\"type\":{\"id\":\"HP:1\"},\"excluded\":%s}],"
            + "\"diseases\":[{\"term\":{\"id\":\"M:1\"}}]}";
    var present = record(packet.formatted("false")).digests();
    var excluded = record(packet.formatted("true")).digests();
    assertThat(present.get(Layer.PHENOTYPE)).isNotEqualTo(excluded.get(Layer.PHENOTYPE));
    assertThat(present.get(Layer.DIAGNOSIS)).isEqualTo(excluded.get(Layer.DIAGNOSIS));
  }

  @Test
  void rowsOfATableInAnotherOrderAndFormAreTheSameRows() throws IOException {
    var attributes =
        "\"layer\":\"laboratory\",\"shape\":\"long\",\"feature\":\"f\",\"value\":\"v\","
            + "\"unit\":\"=mg/L\",\"time\":\"t\",\"timeUnit\":\"date\"";
    Folders.packet(folder, Folders.file("t", attributes));
    Folders.write(folder, "t", "t\tf\tv\n2024-01-01\tA\t1\n2024-01-02\tA\t2.50\n");
    var first = Folders.read(folder).digest();
    Folders.write(folder, "t", "v,f,t\r\n2.5,A,2024-01-02\r\n1,\"A\",2024-01-01\r\n");
    assertThat(Folders.read(folder).digest()).isEqualTo(first);
    Folders.write(folder, "t", "t\tf\tv\n2024-01-01\tA\t1\n2024-01-02\tA\t<2.5\n");
    assertThat(Folders.read(folder).digest()).isNotEqualTo(first);
  }

  @Test
  void neitherPlaceNorZoneOfTheMachineMatters() throws IOException {
    var file = Truth.data("person/phenopackets/v2-oncology.json");
    var expected = Folders.read(file).digest();
    var locale = Locale.getDefault();
    var zone = TimeZone.getDefault();
    try {
      for (var other : Map.of("tr-TR", "Asia/Kathmandu", "ar-EG", "America/St_Johns").entrySet()) {
        Locale.setDefault(Locale.forLanguageTag(other.getKey()));
        TimeZone.setDefault(TimeZone.getTimeZone(other.getValue()));
        assertThat(Folders.read(file).digest()).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /// Reads, or is refused with a name; anything else thrown is a fault.
  private void readOrRefused(byte[] json) throws IOException {
    var file = folder.resolve("p.json");
    Files.write(file, json);
    try {
      Folders.read(file).digest();
    } catch (BadInputException e) {
      assertThat(e.problem().place().file()).isEqualTo("p.json");
    }
  }

  @Test
  void packetsWithAnyBytesChangedAreReadOrRefusedWithAName() throws IOException {
    var packets = new ArrayList<byte[]>();
    for (var name : GOLDEN) {
      packets.add(Files.readAllBytes(Truth.data("person/phenopackets/" + name)));
    }
    Cases.check("mutated packets", made -> readOrRefused(mutated(made.oneOf(packets), made)));
  }

  @Test
  void packetsWithAnyValueReplacedAreReadOrRefusedWithAName() throws IOException {
    var others =
        List.of(
            "null",
            "{}",
            "[]",
            "[[]]",
            "{\"id\":1}",
            "\"\"",
            "\" \"",
            "true",
            "-1",
            "1e400",
            "99999999999999999999",
            "\"\\u0000\"",
            "\"../x\"",
            "{\"id\":\"\"}",
            "[null]",
            "{\"seconds\":1}",
            "\"P1000000Y\"",
            "\"9999-99-99\"",
            "\"+999999999-12-31T00:00:00Z\"");
    var trees = trees();
    Cases.check(
        "replaced values",
        made ->
            readOrRefused(
                replaced(made.oneOf(trees), made, others).getBytes(StandardCharsets.UTF_8)));
  }

  private static String replaced(JsonValue value, Made made, List<String> others) {
    if (made.between(0, 60) == 30) {
      return made.oneOf(others);
    }
    return switch (value) {
      case JsonValue.Obj object -> {
        var parts = new ArrayList<String>();
        object.members().forEach((k, v) -> parts.add("\"" + k + "\":" + replaced(v, made, others)));
        yield "{" + String.join(",", parts) + "}";
      }
      case JsonValue.Arr array -> {
        var parts = new ArrayList<String>();
        array.items().forEach(item -> parts.add(replaced(item, made, others)));
        yield "[" + String.join(",", parts) + "]";
      }
      case JsonValue.Text _, JsonValue.Num _, JsonValue.Bool _, JsonValue.Null _ -> value.compact();
    };
  }

  private static byte[] mutated(byte[] bytes, Made made) {
    var copy = bytes.clone();
    for (int i = made.between(1, 8); i > 0; i--) {
      copy[made.between(0, copy.length - 1)] = (byte) made.between(0, 127);
    }
    return copy;
  }
}
