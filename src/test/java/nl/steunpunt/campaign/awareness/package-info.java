@org.jspecify.annotations.NullMarked
package nl.steunpunt.campaign.awareness;
