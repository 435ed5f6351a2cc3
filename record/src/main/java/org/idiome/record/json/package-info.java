/// JSON and YAML read within bounds into a tree that knows where each value stands.
///
/// [Documents] tells by the text which of the two it is; [JsonReader] or `YamlReader` turns the
/// bytes of an [Input][org.idiome.genomics.io.Input] into a [JsonDocument]: a [JsonValue] tree in
/// which every value has its [JsonPlace], the pointer (RFC 6901) and the line. Numbers stay the
/// text that they are, so that a reader of a format decides what they may be.
///
/// - Bounds: [JsonLimits]; every one that is broken names its option.
/// - A name that is repeated inside an object is kept as such ([JsonValue.Obj#repeated]): nobody
///   can say which value holds, so whoever needs that object must refuse it.
/// - YAML says here what JSON could say; any other form refuses the file.
/// - What is neither ends the reading with a
///   [BadInputException][org.idiome.core.problem.BadInputException] that names line and column.
@NullMarked
package org.idiome.record.json;

import org.jspecify.annotations.NullMarked;
