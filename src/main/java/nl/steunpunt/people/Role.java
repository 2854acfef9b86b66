package nl.steunpunt.people;

/**
 * What a person may do beside being a colleague. Stored in lower case. {@link #POWER_USER} follows
 * from a mandate and is set by the network module alone; being a line manager follows from the
 * directory and is no role.
 */
public enum Role {
  POWER_USER,
  NETWORK_LEAD,
  HELPDESK,
  PRODUCT_OWNER,
  HR,
  ADMINISTRATOR
}
