/**
 * The question whether people know their power user: asked once a quarter, answered without a name,
 * shown in groups from which nobody can be told.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.campaign.awareness;
