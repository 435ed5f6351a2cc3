package org.idiome.record.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vrs.Adjacency;
import org.idiome.genomics.vrs.CisPhasedBlock;
import org.idiome.genomics.vrs.CopyNumberChange;
import org.idiome.genomics.vrs.CopyNumberCount;
import org.idiome.genomics.vrs.DerivativeMolecule;
import org.idiome.genomics.vrs.DerivativeMolecule.TraversalBlock;
import org.idiome.genomics.vrs.Digested;
import org.idiome.genomics.vrs.SequenceExpression;
import org.idiome.genomics.vrs.SequenceLocation;
import org.idiome.genomics.vrs.Terminus;
import org.idiome.genomics.vrs.VrsAllele;
import org.idiome.genomics.vrs.VrsNumber;
import org.idiome.testkit.Truth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Identifiers and normal forms that others published, recomputed from their JSON.
class VrsTruthTest {

  private static List<JsonValue.Obj> cases(String name) throws IOException {
    Path file = Truth.data("variants/vrs/" + name);
    try (var input = Input.open(file, name, Limits.DEFAULT)) {
      var root = (JsonValue.Arr) JsonReader.read(input, JsonLimits.DEFAULT).root();
      return root.items().stream().map(JsonValue.Obj.class::cast).toList();
    }
  }

  private static @Nullable JsonValue member(JsonValue.Obj of, String name) {
    var found = of.members().get(name);
    return found instanceof JsonValue.Null ? null : found;
  }

  private static JsonValue.Obj object(JsonValue.Obj of, String name) {
    return (JsonValue.Obj) Objects.requireNonNull(member(of, name), name);
  }

  private static @Nullable String text(JsonValue.Obj of, String name) {
    return member(of, name) instanceof JsonValue.Text(var _, var text) ? text : null;
  }

  private static String need(JsonValue.Obj of, String name) {
    return Objects.requireNonNull(text(of, name), name);
  }

  private static int whole(JsonValue.Obj of, String name) {
    var found = (JsonValue.Num) Objects.requireNonNull(member(of, name), name);
    return Integer.parseInt(found.text());
  }

  @Test
  void objects() throws IOException {
    var cases = cases("identifiers.json");
    int identified = 0;
    for (var one : cases) {
      var in = object(one, "in");
      var wanted = need(one, "serialized");
      switch (need(one, "class")) {
        case "SequenceReference" -> {
          var location = new SequenceLocation(need(in, "refgetAccession"), null, null);
          assertThat(location.serialized()).contains(wanted);
        }
        case "LengthExpression", "LiteralSequenceExpression", "ReferenceLengthExpression" ->
            assertThat(expression(in).serialized()).isEqualTo(wanted);
        default -> {
          var read = digested(in);
          assertThat(read.serialized()).isEqualTo(wanted);
          assertThat(read.identifier()).isEqualTo(need(one, "identifier"));
          identified++;
        }
      }
    }
    assertThat(cases).hasSizeGreaterThanOrEqualTo(23);
    assertThat(identified).isGreaterThanOrEqualTo(19);
  }

  private static Digested digested(JsonValue.Obj in) {
    return switch (need(in, "type")) {
      case "SequenceLocation" -> location(in);
      case "Allele" ->
          new VrsAllele(location(object(in, "location")), expression(object(in, "state")));
      case "CisPhasedBlock" -> new CisPhasedBlock(all(in, "members", VrsAllele.class));
      case "Adjacency" -> {
        var ends = all(in, "adjoinedSequences", SequenceLocation.class);
        var linker = member(in, "linker");
        yield new Adjacency(
            ends.getFirst(),
            ends.getLast(),
            linker == null ? null : expression((JsonValue.Obj) linker));
      }
      case "DerivativeMolecule" -> {
        var blocks = new ArrayList<TraversalBlock>();
        for (var item :
            ((JsonValue.Arr) Objects.requireNonNull(member(in, "components"))).items()) {
          var block = (JsonValue.Obj) item;
          boolean isForward = need(block, "orientation").equals("forward");
          blocks.add(new TraversalBlock(digested(object(block, "component")), isForward));
        }
        yield new DerivativeMolecule(blocks);
      }
      case "Terminus" -> new Terminus(location(object(in, "location")));
      case "CopyNumberCount" ->
          new CopyNumberCount(
              location(object(in, "location")), Objects.requireNonNull(number(in, "copies")));
      case "CopyNumberChange" ->
          new CopyNumberChange(location(object(in, "location")), need(in, "copyChange"));
      default -> throw new AssertionError("type " + need(in, "type"));
    };
  }

  private static <T extends Digested> List<T> all(JsonValue.Obj in, String name, Class<T> kind) {
    var items = ((JsonValue.Arr) Objects.requireNonNull(member(in, name))).items();
    return items.stream().map(item -> kind.cast(digested((JsonValue.Obj) item))).toList();
  }

  private static SequenceLocation location(JsonValue.Obj in) {
    var reference = member(in, "sequenceReference");
    return new SequenceLocation(
        reference == null ? null : need((JsonValue.Obj) reference, "refgetAccession"),
        number(in, "start"),
        number(in, "end"));
  }

  private static @Nullable VrsNumber number(JsonValue.Obj in, String name) {
    return switch (member(in, name)) {
      case null -> null;
      case JsonValue.Arr(var _, var ends) ->
          VrsNumber.range(bound(ends.getFirst()), bound(ends.getLast()));
      case JsonValue other -> VrsNumber.of(Objects.requireNonNull(bound(other)));
    };
  }

  private static @Nullable Long bound(JsonValue value) {
    return value instanceof JsonValue.Num(var _, var text, var _) ? Long.valueOf(text) : null;
  }

  private static SequenceExpression expression(JsonValue.Obj in) {
    return switch (need(in, "type")) {
      case "LiteralSequenceExpression" -> new SequenceExpression.Literal(need(in, "sequence"));
      case "LengthExpression" ->
          new SequenceExpression.Length(Objects.requireNonNull(number(in, "length")));
      default ->
          new SequenceExpression.ReferenceLength(
              Objects.requireNonNull(number(in, "length")), whole(in, "repeatSubunitLength"));
    };
  }

  /// A stretch of a contig; whoever asks for more than the published window fails.
  private record Stretch(int start0, String bases) implements ReferenceSequence {
    @Override
    public int lengthBases() {
      return Integer.MAX_VALUE;
    }

    @Override
    public byte base(int at0) {
      return (byte) bases.charAt(at0 - start0);
    }
  }

  @Test
  void normalForms() throws IOException {
    var cases = cases("normalization.json");
    assertThat(cases).hasSizeGreaterThanOrEqualTo(27);
    for (var one : cases) {
      var name = need(one, "name");
      var in = object(one, "input");
      var wanted = object(one, "expected");
      // Windows end where nothing rolls on; a base that never repeats stands for what is beside.
      var window = new Stretch(whole(one, "windowStart") - 1, "#" + need(one, "window") + "#");
      int start = whole(in, "start");
      var reference = need(in, "reference");
      var alternate = need(in, "alternate");
      var change = NormalForm.of(window, start, reference, alternate);
      var refget = need(one, "refgetAccession");
      var allele =
          change.isSame()
              ? VrsAllele.same(refget, start, whole(in, "end"))
              : VrsAllele.of(refget, change);
      assertThat(allele.location())
          .as(name)
          .isEqualTo(SequenceLocation.of(refget, whole(wanted, "start"), whole(wanted, "end")));
      assertThat(allele.serialized()).as(name).isEqualTo(need(one, "serialized"));
      assertThat(allele.identifier()).as(name).isEqualTo(need(one, "identifier"));
      if (member(one, "leftAlignedVcf") instanceof JsonValue.Obj vcf) {
        assertThat(change.leftAligned(window))
            .as(name)
            .isEqualTo(
                new NormalForm.VcfForm(whole(vcf, "pos"), need(vcf, "ref"), need(vcf, "alt")));
      }
    }
  }
}
