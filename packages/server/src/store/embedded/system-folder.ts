/** Where root keeps what the server's user must reach and cannot under a closed folder such as /root. */
export const SYSTEM_FOLDER = process.platform === 'darwin' ? '/usr/local/var/sijil' : '/var/lib/sijil'
