package org.idiome.record.export;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.core.canonical.Json;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Quantity;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.time.When;
import org.idiome.record.kept.KeptPerson;
import org.jspecify.annotations.Nullable;

/// A person as a phenopacket of version 2, or as the proband of a family.
///
/// What was written is read again as an import would, and what does not come back as it was is
/// taken out: so the packet says nothing that the record does not, and what it holds is known.
/// Order of what is written: statements as the record sorts them, then values.
final class PacketWriter {
  /// Layers of more values are tables: no packet is read as easily.
  private static final int MOST_VALUES = 2_000;

  private static final String AUTHOR_NOT_STATED = "not stated";
  private static final String OWN_NAME = "Idiome export";

  private final KeptPerson person;
  private final Authored authored;
  private final FamilyWriter family;
  private final PacketDraft draft = new PacketDraft();
  private final Set<Statement> held = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Layer, BitSet> heldValues = new TreeMap<>();
  private boolean hasFamily;
  private int specimensHeld;

  /// Who concluded what others concluded, and when it was recorded: one of each in a packet.
  private record Authored(String author, When recorded) {}

  PacketWriter(KeptPerson person) {
    this.person = person;
    this.authored = authored();
    this.family = new FamilyWriter(person.statements(), person.pedigree());
    this.hasFamily = !family.isEmpty();
    draftStatements();
    draftValues();
    settle();
  }

  /// @param files as `files[]` of the packet
  String text(List<Json> files) {
    return json(files).pretty();
  }

  /// Whether an import of the packet brings a statement, one of this person.
  boolean isHeld(Statement statement) {
    return held.contains(statement);
  }

  /// Whether an import of the packet brings a value.
  boolean isHeld(Layer layer, int row) {
    var rows = heldValues.get(layer);
    return rows != null && rows.get(row);
  }

  /// How many specimens come back otherwise than they were.
  int specimensNotHeld() {
    return person.specimens().size() - specimensHeld;
  }

  private Json json(List<Json> files) {
    var out =
        Json.object()
            .put("id", person.id())
            .put("subject", subject())
            .put("biosamples", specimens())
            .put("files", files.isEmpty() ? null : new Json.Arr(files))
            .put("metaData", metaData());
    for (var block :
        List.of(
            "phenotypicFeatures",
            "measurements",
            "diseases",
            ActionWriter.BLOCK,
            ConclusionWriter.BLOCK)) {
      out.put(block, draft.block(block));
    }
    return hasFamily ? family.around(person.id(), out.end(), metaData()) : out.end();
  }

  private Json subject() {
    var individual = person.individual();
    var taxonomy = Json.object().put("id", "NCBITaxon:9606").put("label", "Homo sapiens").end();
    var out =
        Json.object()
            .put("id", individual.id())
            .putStrings("alternateIds", individual.otherIds())
            .put("dateOfBirth", PacketValues.stamp(individual.born()))
            .put("taxonomy", taxonomy);
    draft.subjectInto(out);
    return out.end();
  }

  /// Without a time of writing in the record there is none in the packet.
  private Json metaData() {
    var references =
        person.references().stream().map(one -> ActionWriter.external(one, null)).toList();
    boolean isNamed = !authored.author.equals(AUTHOR_NOT_STATED);
    return Json.object()
        .put("created", PacketValues.stamp(authored.recorded))
        .put("createdBy", isNamed ? authored.author : null)
        .put("submittedBy", isNamed ? OWN_NAME : null)
        .put("externalReferences", references.isEmpty() ? null : new Json.Arr(references))
        .put("phenopacketSchemaVersion", "2.0")
        .end();
  }

  /// The author and time of most of what others concluded; else our own name.
  private Authored authored() {
    var counts = new LinkedHashMap<Authored, Integer>();
    for (var statement : person.statements()) {
      if (statement.author() != null) {
        var recorded =
            PacketValues.value(statement.qualifiers(), "recorded") instanceof Value.Time(var when)
                ? when
                : When.notStated();
        counts.merge(new Authored(statement.author(), recorded), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(new Authored(OWN_NAME, person.written()));
  }

  private Json specimens() {
    var items = new ArrayList<Json>();
    for (int i = 0; i < person.specimens().size(); i++) {
      var out = FeatureWriter.specimen(person.specimens().get(i), person.individual().id());
      for (var block : List.of("phenotypicFeatures", "measurements")) {
        out.put(block, draft.block("biosamples/" + i + "/" + block));
      }
      items.add(out.end());
    }
    return new Json.Arr(items);
  }

  /// Where a block of the person, or of one of the specimens, stands; null for an unknown one.
  private @Nullable String block(@Nullable String specimen, String name) {
    if (specimen == null) {
      return name;
    }
    for (int i = 0; i < person.specimens().size(); i++) {
      if (person.specimens().get(i).id().equals(specimen)) {
        return "biosamples/" + i + "/" + name;
      }
    }
    return null;
  }

  private void draftStatements() {
    var actions = new ActionWriter();
    var conclusions = new ConclusionWriter(person.individual().id());
    for (var statement : person.statements()) {
      if (actions.take(statement) || conclusions.take(statement)) {
        continue;
      }
      switch (statement.kind()) {
        case "sign" -> add(statement, "phenotypicFeatures", FeatureWriter.sign(statement));
        case "disease" -> add(statement, "diseases", FeatureWriter.disease(statement));
        case "result", "result_text" ->
            add(statement, "measurements", MeasurementWriter.result(statement));
        default -> {}
      }
    }
    for (var kind : List.of("sex", "gender", "karyotypic_sex", "encounter", "vital_status")) {
      var said = chosen(kind);
      if (said != null) {
        subject(said);
      }
    }
    actions.into(draft);
    conclusions.into(draft);
  }

  private void add(Statement statement, String name, @Nullable Json item) {
    var block = block(statement.specimen(), name);
    if (block != null) {
      draft.add(block, item);
    }
  }

  /// What goes into the one member that there is: what is said once, the last encounter, and a
  /// death before what was said in life; of a contradiction neither side.
  private @Nullable Statement chosen(String kind) {
    var said = person.statements().stream().filter(one -> one.kind().equals(kind)).toList();
    if (said.size() < 2) {
      return said.isEmpty() ? null : said.getFirst();
    }
    return switch (kind) {
      case "encounter" -> said.getLast();
      case "vital_status" -> {
        var dead = said.stream().filter(one -> one.concept().id().equals("deceased")).toList();
        yield dead.isEmpty() ? said.getLast() : dead.size() == 1 ? dead.getFirst() : null;
      }
      default -> null;
    };
  }

  private void subject(Statement statement) {
    var kind = statement.kind();
    var concept = statement.concept();
    switch (kind) {
      case "sex" -> draft.subject(kind, kind, Json.of(concept.id().toUpperCase(Locale.ROOT)));
      case "gender" -> draft.subject(kind, kind, PacketValues.coded(concept));
      case "karyotypic_sex" -> draft.subject(kind, "karyotypicSex", Json.of(concept.id()));
      case "encounter" ->
          draft.subject(kind, "timeAtLastEncounter", PacketValues.element(statement.when()));
      case "vital_status" -> draft.subject(kind, "vitalStatus", vitalStatus(statement));
      default -> {}
    }
  }

  private static Json vitalStatus(Statement statement) {
    var said = statement.qualifiers();
    var survival = PacketValues.value(said, "survival");
    var out =
        Json.object()
            .put("status", statement.concept().id().toUpperCase(Locale.ROOT))
            .put("timeOfDeath", PacketValues.element(statement.when()))
            .put("causeOfDeath", PacketValues.thing(said, "cause"));
    if (survival instanceof Value.Measured(var amount)
        && amount.magnitude() instanceof Magnitude.Exact(var days)) {
      out.put("survivalTimeInDays", days);
    }
    return out.end();
  }

  private void draftValues() {
    var values = new TreeMap<String, List<Quantity>>();
    for (var columns : person.quantities().values()) {
      if (columns.size() > MOST_VALUES) {
        continue;
      }
      for (int row = 0; row < columns.size(); row++) {
        var block = block(columns.specimen(row), "measurements");
        if (block != null) {
          values.computeIfAbsent(block, _ -> new ArrayList<>()).add(columns.quantity(row));
        }
      }
    }
    values.forEach(
        (block, all) -> MeasurementWriter.values(all).forEach(item -> draft.add(block, item)));
  }

  /// Reads the packet, takes out what the record does not say so, and begins again until nothing is
  /// left to take out.
  private void settle() {
    while (true) {
      var read = ReadBack.of(text(List.of()));
      var wrong = wrong(read);
      if (wrong.isEmpty()) {
        hold(read);
        return;
      }
      boolean isFamilyWrong = hasFamily && wrong.contains("");
      hasFamily &= !isFamilyWrong;
      if (!draft.remove(wrong) && !isFamilyWrong) {
        throw new IllegalStateException("the packet says what the record does not: " + wrong);
      }
    }
  }

  /// Pointers of items that say what the record does not; empty text for what a family says.
  private Set<String> wrong(ReadBack read) {
    var statements = new Tally();
    person.statements().forEach(statements::add);
    var values = new Tally();
    quantities()
        .forEach(columns -> {
          for (int row = 0; row < columns.size(); row++) {
            values.add(columns.quantity(row));
          }
        });
    var wrong = new HashSet<String>();
    for (var statement : read.packet().statements()) {
      if (!statements.take(statement)) {
        var item = read.item(statement.rows().getFirst());
        if (statement.layer() == Layer.FAMILY) {
          item = "";
        } else if (item.equals("/subject") || item.startsWith("/subject/")) {
          item = "/subject/" + statement.kind();
        }
        wrong.add(item);
      }
    }
    for (var quantity : read.packet().quantities()) {
      if (!values.take(quantity)) {
        wrong.add(read.item(quantity.rows().getFirst()));
      }
    }
    return wrong;
  }

  private List<QuantityColumns> quantities() {
    return person.quantities().values().stream()
        .filter(columns -> columns.size() <= MOST_VALUES)
        .toList();
  }

  private void hold(ReadBack read) {
    var statements = new Tally();
    read.packet().statements().forEach(statements::add);
    for (var statement : person.statements()) {
      if (statements.take(statement)) {
        held.add(statement);
      }
    }
    var values = new Tally();
    read.packet().quantities().forEach(values::add);
    for (var columns : quantities()) {
      var rows = new BitSet();
      for (int row = 0; row < columns.size(); row++) {
        rows.set(row, values.take(columns.quantity(row)));
      }
      heldValues.put(columns.layer(), rows);
    }
    var specimens = new Tally();
    read.packet().specimens().forEach(specimens::add);
    for (Specimen specimen : person.specimens()) {
      specimensHeld += specimens.take(specimen) ? 1 : 0;
    }
  }
}
