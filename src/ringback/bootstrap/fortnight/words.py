"""What agents of the demo write about calls."""

NOTES = {
    "fr": (
        "Colis annoncé pour demain matin, cliente prévenue par SMS.",
        "Remboursement demandé, à valider avec la comptabilité.",
        "Rappeler jeudi après 14 h si rien n'est arrivé.",
        "Adresse de livraison corrigée dans le dossier.",
        "Très satisfait d'avoir été rappelé si vite.",
        "Facture en double : avoir envoyé par e-mail.",
        "Souhaite un devis pour douze postes, je l'envoie ce soir.",
        "Panne résolue pendant l'appel, redémarrage suffisant.",
        "Client mécontent de l'attente, geste commercial proposé.",
        "Le modem sera échangé vendredi entre 9 h et 12 h.",
    ),
    "en": (
        "Parcel due tomorrow morning, customer told by text.",
        "Wants a refund; Billing to confirm by Friday.",
        "Call again on Thursday after 2 pm if nothing has come.",
        "Delivery address corrected on the account.",
        "Very pleased to be called back that quickly.",
        "Charged twice: credit note sent by e-mail.",
        "Asked for a quote for twelve seats, I'll send it tonight.",
        "Fixed during the call, a restart was enough.",
        "Unhappy about the wait; offered a voucher.",
        "Router will be swapped on Friday between 9 and 12.",
    ),
}
