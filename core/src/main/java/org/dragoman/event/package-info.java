/**
 * Who did what to whom: frames over the dependency graph to {@link org.dragoman.event.Event}s of PLOVER types.
 *
 * <p>{@link org.dragoman.event.EventCoder} goes sentence by sentence. Its parts, in the order they act: the sentence graph
 * undoes passives, control and coordination; the frame matcher looks up each word in the frame tables and checks their
 * conditions; the role finder looks for coded parties in the frame's slots; the modality reader tells fact from plan, fear
 * and denial; the report filter keeps silent what is not political; {@link org.dragoman.event.Preset} says how sure an event must
 * be, after frame and model are weighed. Where no frame finds anything, words that the model is sure of are tried. Frames, types, embedding words and cues are tables
 * beside these classes; {@code FRAMES.md} there documents the format.
 *
 * <p>Traps: a plan is not an act ("will attack" is THREATEN, flagged FUTURE); a noun names an act only if it is specific
 * ("the attack in Baghdad", not "any attack"); nobody is a party who is not coded or spoken of as armed.
 */
@NullMarked
package org.dragoman.event;

import org.jspecify.annotations.NullMarked;
