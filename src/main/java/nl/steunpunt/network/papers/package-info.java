/**
 * The papers of a mandate: the request to the manager, the role text for the job description, the
 * certificate, and what the power user released for the appraisal; from texts that the organisation
 * may write itself, one by one or a department at once.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.papers;
