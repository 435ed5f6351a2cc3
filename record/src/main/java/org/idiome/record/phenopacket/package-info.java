/// A phenopacket (schema version 1 or 2) as observations with their place in the JSON.
///
/// [PhenopacketReader] reads a [JsonDocument][org.idiome.record.json.JsonDocument] into a [Packet]:
/// one person with statements, quantities, specimens, the files it names, the pedigree around it.
/// Protobuf JSON in both spellings; enumerations by name or number. A reader for each block
/// (`FeatureReader`, `MeasurementReader`, …) turns one item at a time; `Reading` takes it whole or
/// refuses it with a problem, and counts ([BlockCount]).
///
/// - Statement kinds and qualifiers: `docs/methods/record.md`.
/// - Invariant: excluded never becomes present, a relative's never the person's, an outside finding
///   never an own one; what is not stated has no default.
/// - Of a refused measurement it stays that it was made ([Remains]): no older value passes for the
///   latest.
/// - Members that are not in the schema are counted and reported with their pointer.
/// - Readers of blocks know the names of version 2; an item of version 1 is given its shape first
///   ([Shapes]), places kept. What only the other version has is refused.
/// - Absent on purpose: no code is resolved against an ontology; no file is opened.
@NullMarked
package org.idiome.record.phenopacket;

import org.jspecify.annotations.NullMarked;
