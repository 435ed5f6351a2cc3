package org.idiome.record.phenopacket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.record.json.JsonLimits;
import org.idiome.record.json.JsonReader;

/// A packet read in a test, with what was said about it.
record Packets(Packet packet, Sources sources, Problems problems) {
  private static final String META =
      "\"metaData\":{\"createdBy\":\"x\",\"phenopacketSchemaVersion\":\"2.0\"}";

  static Packets of(Path file) {
    try {
      return of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A packet about `s` with these members and nothing else.
  static Packets with(String members) {
    return of(
        "{\"subject\":{\"id\":\"s\"}," + META + (members.isEmpty() ? "" : ",") + members + "}");
  }

  static Packets of(String json) {
    return of(json.getBytes(StandardCharsets.UTF_8));
  }

  static Packets of(byte[] json) {
    var sources = new Sources();
    var problems = new Problems();
    int file = sources.open("p.json");
    try (var input = Input.of(new ByteArrayInputStream(json), "p.json", Limits.DEFAULT)) {
      var document = JsonReader.read(input, JsonLimits.DEFAULT);
      var packet = PhenopacketReader.read(document, "p.json", file, sources, problems);
      return new Packets(packet, sources, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Statement> statements(Layer layer, String kind) {
    return packet.statements().stream()
        .filter(statement -> statement.layer() == layer && statement.kind().equals(kind))
        .toList();
  }

  Statement statement(Layer layer, String concept) {
    return packet.statements().stream()
        .filter(one -> one.layer() == layer && one.concept().id().equals(concept))
        .findFirst()
        .orElseThrow();
  }

  /// Holds that all that is known is that something was measured then.
  void nothingMeasured(When when) {
    assertThat(packet.quantities())
        .hasSize(1)
        .allMatch(one -> one.amount().magnitude() instanceof Magnitude.Missing)
        .allMatch(one -> one.when().equals(when));
    assertThat(packet.statements()).isEmpty();
  }

  /// The only problem of a code.
  Problem problem(ProblemCode code) {
    var found = problems.kept().stream().filter(problem -> problem.code() == code).toList();
    if (found.size() != 1) {
      throw new AssertionError(code + ": " + problems.kept());
    }
    return found.getFirst();
  }

  BlockCount count(String block) {
    return packet.counts().stream()
        .filter(count -> count.block().equals(block))
        .findFirst()
        .orElseThrow();
  }
}
