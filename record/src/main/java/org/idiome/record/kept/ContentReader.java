package org.idiome.record.kept;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.quantity.Amount;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.record.phenopacket.Origin;
import org.idiome.record.phenopacket.PedigreePerson;
import org.idiome.store.form.TimeText;

/// Reads back what [ContentWriter] wrote; source rows get their places in the sources of the
/// reading.
final class ContentReader {
  private final Function<SourceRow, SourceRow> places;

  /// @param places gives a stored row its place in the sources that are read into
  ContentReader(Function<SourceRow, SourceRow> places) {
    this.places = places;
  }

  static Layer layer(String code) {
    return constant(Layer.values(), Layer::code, code);
  }

  private static <T> T constant(T[] all, Function<T, String> code, String wanted) {
    return Arrays.stream(all)
        .filter(one -> code.apply(one).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the store holds an unknown " + wanted));
  }

  static Coded coded(Stored stored) {
    return new Coded(stored.text("id"), stored.textOrNull("label"));
  }

  private static Presence presence(String code) {
    for (var looked : Presence.Looked.values()) {
      if (looked.code().equals(code)) {
        return looked;
      }
    }
    return absence(code);
  }

  private static Absence absence(String code) {
    return constant(Absence.values(), Absence::code, code);
  }

  static Value value(Stored stored) {
    var text = stored.textOrNull("text");
    if (text != null) {
      return new Value.Text(text);
    }
    var word = stored.textOrNull("word");
    if (word != null) {
      return new Value.Word(word);
    }
    var count = stored.textOrNull("count");
    if (count != null) {
      return new Value.Count(Long.parseLong(count));
    }
    var time = stored.textOrNull("time");
    if (time != null) {
      return new Value.Time(TimeText.read(time));
    }
    var amount = stored.at("amount");
    if (amount != null) {
      return new Value.Measured(amount(amount));
    }
    var concept = stored.at("concept");
    if (concept != null) {
      return new Value.Thing(coded(concept));
    }
    var locus = stored.at("locus");
    return locus == null
        ? new Value.Several(stored.list("list", ContentReader::value))
        : new Value.Place(locus(locus));
  }

  private static Amount amount(Stored stored) {
    return new Amount(magnitude(stored.in("magnitude")), unit(stored.in("unit")));
  }

  private static Magnitude magnitude(Stored stored) {
    var absent = stored.textOrNull("absent");
    if (absent != null) {
      return new Magnitude.Missing(absence(absent));
    }
    var below = stored.numberOrNull("below");
    if (below != null) {
      return new Magnitude.Below(below, stored.is("inclusive"));
    }
    var above = stored.numberOrNull("above");
    return above == null
        ? new Magnitude.Exact(stored.number("value"))
        : new Magnitude.Above(above, stored.is("inclusive"));
  }

  private static Unit unit(Stored stored) {
    var ucum = stored.textOrNull("ucum");
    if (ucum != null) {
      return new Unit.Ucum(ucum);
    }
    var words = stored.textOrNull("not_understood");
    return words == null ? Unit.notStated() : new Unit.NotUnderstood(words);
  }

  private static Locus locus(Stored stored) {
    return new Locus(
        constant(GenomeBuild.values(), GenomeBuild::code, stored.text("build")),
        new Contig(stored.text("contig")),
        (int) stored.number("start0"),
        (int) stored.number("end0"));
  }

  private static Qualifier qualifier(Stored stored) {
    return new Qualifier(stored.text("name"), value(stored.in("value")));
  }

  /// @param rows already at their places
  static Statement statement(Layer layer, Stored stored, List<SourceRow> rows) {
    return new Statement(
        layer,
        stored.text("kind"),
        coded(stored.in("concept")),
        presence(stored.text("presence")),
        TimeText.read(stored.text("time")),
        stored.list("qualifiers", ContentReader::qualifier),
        stored.textOrNull("specimen"),
        stored.textOrNull("author"),
        rows);
  }

  Specimen specimen(Stored stored) {
    var tissue = stored.at("tissue");
    return new Specimen(
        stored.text("id"),
        tissue == null ? null : coded(tissue),
        constant(Specimen.State.values(), Specimen.State::code, stored.text("state")),
        TimeText.read(stored.text("collected")),
        stored.numberOrNull("purity"),
        stored.list("qualifiers", ContentReader::qualifier),
        stored.list("rows", this::row));
  }

  SourceRow row(Stored stored) {
    var numbers = stored.items(Stored::asNumber);
    return places.apply(new SourceRow(numbers.get(0).intValue(), numbers.get(1).longValue()));
  }

  static Problem problem(Stored stored) {
    var line = stored.numberOrNull("line");
    var column = stored.numberOrNull("column");
    return new Problem(
        problemCode(stored.text("code")),
        constant(Reach.values(), Reach::code, stored.text("reach")),
        new Place(
            stored.text("file"),
            line == null ? null : line.longValue(),
            column == null ? null : column.intValue(),
            stored.textOrNull("pointer")),
        stored.in("values").texts());
  }

  static ProblemCode problemCode(String code) {
    return constant(ProblemCode.values(), ProblemCode::code, code);
  }

  static Individual individual(Stored stored) {
    return new Individual(
        stored.text("id"),
        stored.list("other_ids", Stored::asText),
        TimeText.read(stored.text("born")));
  }

  static Origin origin(Stored stored) {
    return new Origin(
        stored.textOrNull("id"),
        stored.textOrNull("author"),
        TimeText.read(stored.text("created")),
        stored.list("references", ContentReader::coded));
  }

  PedigreePerson relative(Stored stored) {
    return new PedigreePerson(
        stored.textOrNull("family"),
        stored.text("id"),
        stored.textOrNull("father"),
        stored.textOrNull("mother"),
        stored.textOrNull("sex"),
        stored.textOrNull("affected"),
        row(stored.in("row")));
  }

  /// A variant file as the packet names it; its calls are in the store.
  KeptVariants.Named variantFile(Stored stored) {
    return new KeptVariants.Named(
        stored.text("name"),
        layer(stored.text("layer")),
        stored.textOrNull("specimen"),
        stored.textOrNull("sample"),
        stored.textOrNull("assembly"),
        row(stored.in("row")));
  }
}
