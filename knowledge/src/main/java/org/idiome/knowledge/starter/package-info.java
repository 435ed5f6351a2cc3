/// The starter knowledge: tables, manifest, snapshot.
@NullMarked
package org.idiome.knowledge.starter;

import org.jspecify.annotations.NullMarked;
