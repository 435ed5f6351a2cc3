/// Publishers' JSON, as a stream: large arrays item by item, each item as a small tree.
///
/// [JsonSource] walks objects and arrays of a file and hands out a [JsonItem] for what is small
/// enough to hold; [JsonSource#line] says where it begins. Depth and length of texts are bounded.
@NullMarked
package org.idiome.knowledge.source.json;

import org.jspecify.annotations.NullMarked;
