<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="pt_BR">
<context>
    <name>AbsenceForm</name>
    <message>
        <source>Ausências</source>
        <translation>Absences</translation>
    </message>
    <message>
        <source>&amp;Salvar</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Registrar uma ausência</source>
        <translation>Record an absence</translation>
    </message>
    <message>
        <source>Desfazer: {name}, {span} ({reason})</source>
        <translation>Take back: {name}, {span} ({reason})</translation>
    </message>
    <message>
        <source>&amp;O que fazer</source>
        <translation>&amp;What to do</translation>
    </message>
    <message>
        <source>&amp;Quem</source>
        <translation>Wh&amp;o</translation>
    </message>
    <message>
        <source>&amp;Desde</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;Até</source>
        <translation>&amp;Until</translation>
    </message>
    <message>
        <source>&amp;Motivo</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>férias, consulta…</source>
        <translation>holiday, appointment…</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ActBar</name>
    <message>
        <source>Mais ▾</source>
        <translation>More ▾</translation>
    </message>
    <message>
        <source>Mais atos</source>
        <translation>More acts</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>O cliente confirma o &amp;aceite</source>
        <translation>The client confirms the &amp;acceptance</translation>
    </message>
    <message>
        <source>Retomamos o que você tinha digitado</source>
        <translation>What you had typed is back</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Com isso {outcome}</source>
        <translation>With this, {outcome}</translation>
    </message>
</context>
<context>
    <name>ActField</name>
    <message>
        <source>Interno, o cliente não vê</source>
        <translation>Internal, the client does not see it</translation>
    </message>
    <message>
        <source>Público, o cliente vê</source>
        <translation>Public, the client sees it</translation>
    </message>
    <message>
        <source>Ninguém: volta a ficar sem dono</source>
        <translation>Nobody: without an owner again</translation>
    </message>
    <message>
        <source>e-mail, CPF ou nome</source>
        <translation>e-mail, CPF or name</translation>
    </message>
    <message>
        <source>dia e hora: 20/11/2026 14:30</source>
        <translation>day and time: 20/11/2026 14:30</translation>
    </message>
    <message>
        <source>agora, ou dia e hora: 20/11/2026 14:30</source>
        <translation>now, or day and time: 20/11/2026 14:30</translation>
    </message>
    <message>
        <source>número, como 00000042</source>
        <translation>number, such as 00000042</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Comandos…</source>
        <translation>Commands…</translation>
    </message>
    <message>
        <source>Atalhos desta página</source>
        <translation>Shortcuts of this page</translation>
    </message>
    <message>
        <source>Alternar claro e escuro</source>
        <translation>Switch between light and dark</translation>
    </message>
    <message>
        <source>Avisar dos meus chamados</source>
        <translation>Tell me about my tickets</translation>
    </message>
    <message>
        <source>Tema do sistema</source>
        <translation>System theme</translation>
    </message>
    <message>
        <source>Tema claro</source>
        <translation>Light theme</translation>
    </message>
    <message>
        <source>Tema escuro</source>
        <translation>Dark theme</translation>
    </message>
    <message>
        <source>Linhas compactas</source>
        <translation>Compact rows</translation>
    </message>
    <message>
        <source>Linhas confortáveis</source>
        <translation>Comfortable rows</translation>
    </message>
    <message>
        <source>Idioma: português</source>
        <translation>Language: Portuguese</translation>
    </message>
    <message>
        <source>Idioma: inglês</source>
        <translation>Language: English</translation>
    </message>
    <message>
        <source>Abrir outro banco de dados…</source>
        <translation>Open another database…</translation>
    </message>
    <message>
        <source>Cancelar o trabalho em andamento</source>
        <translation>Cancel the running work</translation>
    </message>
    <message>
        <source>Sair</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Atualizar a fila</source>
        <translation>Refresh the queue</translation>
    </message>
    <message>
        <source>Procurar na fila</source>
        <translation>Search the queue</translation>
    </message>
    <message>
        <source>Limpar filtros</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Mostrar todos os chamados abertos</source>
        <translation>Show all open tickets</translation>
    </message>
    <message>
        <source>Salvar filtros como visão…</source>
        <translation>Save filters as a view…</translation>
    </message>
    <message>
        <source>Escolher colunas…</source>
        <translation>Choose columns…</translation>
    </message>
    <message>
        <source>Novo chamado…</source>
        <translation>New ticket…</translation>
    </message>
    <message>
        <source>Áreas de atendimento…</source>
        <translation>Service areas…</translation>
    </message>
    <message>
        <source>Manifestação à Ouvidoria…</source>
        <translation>Word to the ombudsman…</translation>
    </message>
    <message>
        <source>Importar registro de chamados…</source>
        <translation>Import a ticket log…</translation>
    </message>
    <message>
        <source>Ir para a lista</source>
        <translation>Go to the list</translation>
    </message>
    <message>
        <source>Mostrar ou esconder o painel do chamado</source>
        <translation>Show or hide the ticket panel</translation>
    </message>
    <message>
        <source>Chamado: conversa</source>
        <translation>Ticket: conversation</translation>
    </message>
    <message>
        <source>Chamado: prazo</source>
        <translation>Ticket: deadline</translation>
    </message>
    <message>
        <source>Chamado: anexos</source>
        <translation>Ticket: files</translation>
    </message>
    <message>
        <source>Chamado: histórico</source>
        <translation>Ticket: history</translation>
    </message>
    <message>
        <source>Anexar arquivos…</source>
        <translation>Attach files…</translation>
    </message>
    <message>
        <source>Abrir o anexo</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Salvar o anexo…</source>
        <translation>Save the file…</translation>
    </message>
    <message>
        <source>Copiar o número do chamado</source>
        <translation>Copy the ticket number</translation>
    </message>
    <message>
        <source>Procurar cliente</source>
        <translation>Find client</translation>
    </message>
    <message>
        <source>Novo cliente…</source>
        <translation>New client…</translation>
    </message>
    <message>
        <source>Editar cliente…</source>
        <translation>Edit client…</translation>
    </message>
    <message>
        <source>Importar clientes…</source>
        <translation>Import clients…</translation>
    </message>
    <message>
        <source>Chamados do cliente</source>
        <translation>The client&apos;s tickets</translation>
    </message>
    <message>
        <source>Permissões conferidas</source>
        <translation>Permissions reviewed</translation>
    </message>
    <message>
        <source>Novo contato…</source>
        <translation>New contact…</translation>
    </message>
    <message>
        <source>Editar contato…</source>
        <translation>Edit contact…</translation>
    </message>
    <message>
        <source>Mostrar o CPF</source>
        <translation>Show the CPF</translation>
    </message>
    <message>
        <source>Definir senha…</source>
        <translation>Set password…</translation>
    </message>
    <message>
        <source>Exportar dados…</source>
        <translation>Export data…</translation>
    </message>
    <message>
        <source>Anonimizar…</source>
        <translation>Anonymise…</translation>
    </message>
    <message>
        <source>Enviar de novo</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Já chegou</source>
        <translation>It has arrived</translation>
    </message>
    <message>
        <source>Copiar a mensagem</source>
        <translation>Copy the message</translation>
    </message>
    <message>
        <source>Abrir o chamado</source>
        <translation>Open the ticket</translation>
    </message>
    <message>
        <source>Período anterior</source>
        <translation>Earlier period</translation>
    </message>
    <message>
        <source>Período seguinte</source>
        <translation>Later period</translation>
    </message>
    <message>
        <source>Ir para hoje</source>
        <translation>Go to today</translation>
    </message>
    <message>
        <source>Ir para uma data</source>
        <translation>Go to a date</translation>
    </message>
    <message>
        <source>Escolher a equipe</source>
        <translation>Choose the team</translation>
    </message>
    <message>
        <source>Ver a semana</source>
        <translation>Show the week</translation>
    </message>
    <message>
        <source>Ver o mês</source>
        <translation>Show the month</translation>
    </message>
    <message>
        <source>Ver as equipes</source>
        <translation>Show the teams</translation>
    </message>
    <message>
        <source>Aumentar as horas</source>
        <translation>Make hours taller</translation>
    </message>
    <message>
        <source>Diminuir as horas</source>
        <translation>Make hours shorter</translation>
    </message>
    <message>
        <source>Imprimir o calendário…</source>
        <translation>Print the calendar…</translation>
    </message>
    <message>
        <source>Exportar o calendário (.ics)…</source>
        <translation>Export the calendar (.ics)…</translation>
    </message>
    <message>
        <source>Horários da equipe…</source>
        <translation>Hours of the team…</translation>
    </message>
    <message>
        <source>Horário próprio do dia…</source>
        <translation>Own hours of the day…</translation>
    </message>
    <message>
        <source>Incluir, mudar ou tirar feriado…</source>
        <translation>Add, move or remove a holiday…</translation>
    </message>
    <message>
        <source>Recesso de todo ano…</source>
        <translation>Yearly recess…</translation>
    </message>
    <message>
        <source>Feriados locais e importados…</source>
        <translation>Local and imported holidays…</translation>
    </message>
    <message>
        <source>Histórico do calendário…</source>
        <translation>History of the calendar…</translation>
    </message>
    <message>
        <source>Escalar neste plantão…</source>
        <translation>Put on duty here…</translation>
    </message>
    <message>
        <source>Rodízio semanal…</source>
        <translation>Weekly turns…</translation>
    </message>
    <message>
        <source>Copiar a escala da semana…</source>
        <translation>Copy the week&apos;s roster…</translation>
    </message>
    <message>
        <source>Trocar plantões…</source>
        <translation>Swap duties…</translation>
    </message>
    <message>
        <source>Ausências…</source>
        <translation>Absences…</translation>
    </message>
    <message>
        <source>Imprimir a escala…</source>
        <translation>Print the roster…</translation>
    </message>
    <message>
        <source>Exportar os plantões de uma pessoa (.ics)…</source>
        <translation>Export somebody&apos;s duties (.ics)…</translation>
    </message>
    <message>
        <source>Oferta P: ambiente, atualização ou cópia…</source>
        <translation>Oferta P: environment, update or backup…</translation>
    </message>
    <message>
        <source>Cronômetro: iniciar, trocar ou parar</source>
        <translation>Timer: start, switch or stop</translation>
    </message>
    <message>
        <source>Cronômetro: parar</source>
        <translation>Timer: stop</translation>
    </message>
    <message>
        <source>Chamado: consultoria</source>
        <translation>Ticket: consulting</translation>
    </message>
    <message>
        <source>Apontar tempo…</source>
        <translation>Log time…</translation>
    </message>
    <message>
        <source>Corrigir apontamento…</source>
        <translation>Correct time entry…</translation>
    </message>
    <message>
        <source>Anular apontamento…</source>
        <translation>Void time entry…</translation>
    </message>
    <message>
        <source>Carta de aceite…</source>
        <translation>Acceptance letter…</translation>
    </message>
    <message>
        <source>Demonstrativo do mês…</source>
        <translation>Statement of the month…</translation>
    </message>
    <message>
        <source>Termo de solução…</source>
        <translation>Term of solution…</translation>
    </message>
    <message>
        <source>Tarifas e reajuste…</source>
        <translation>Rates and adjustment…</translation>
    </message>
    <message>
        <source>Semana…</source>
        <translation>Week…</translation>
    </message>
    <message>
        <source>Importar tempo…</source>
        <translation>Import time…</translation>
    </message>
    <message>
        <source>Exportar tempo…</source>
        <translation>Export time…</translation>
    </message>
    <message>
        <source>Ver a prévia</source>
        <translation>Show the preview</translation>
    </message>
    <message>
        <source>Emitir</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Demonstrativos do mês…</source>
        <translation>Statements of the month…</translation>
    </message>
    <message>
        <source>Salvar PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>Salvar assinado…</source>
        <translation>Save signed…</translation>
    </message>
    <message>
        <source>Imprimir…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Enviar por e-mail…</source>
        <translation>Send by e-mail…</translation>
    </message>
    <message>
        <source>Conferir documento…</source>
        <translation>Check a document…</translation>
    </message>
    <message>
        <source>Contar</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Salvar tabela…</source>
        <translation>Save table…</translation>
    </message>
    <message>
        <source>Salvar painel em PDF…</source>
        <translation>Save dashboard as PDF…</translation>
    </message>
</context>
<context>
    <name>AdjustForm</name>
    <message>
        <source>Reajuste pelo IGP-M</source>
        <translation>Adjustment by the IGP-M</translation>
    </message>
    <message>
        <source>A&amp;plicar reajuste</source>
        <translation>&amp;Apply adjustment</translation>
    </message>
    <message>
        <source>&amp;Acumulado publicado</source>
        <translation>&amp;Published value</translation>
    </message>
    <message>
        <source>vazio: produto dos meses; ou como 6,54</source>
        <translation>empty: product of the months; or like 6.54</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>{months}. Acumulado: {percent} %. De {before} para {after} desde {day}.{kept}</source>
        <translation>{months}. Accumulated: {percent} %. From {before} to {after} since {day}.{kept}</translation>
    </message>
    <message>
        <source> O índice é negativo e o contrato mantém a tarifa.</source>
        <translation> The index is negative and the contract keeps the rate.</translation>
    </message>
</context>
<context>
    <name>AlsoOpen</name>
    <message>
        <source>Também aberto por {names}</source>
        <translation>Also open with {names}</translation>
    </message>
</context>
<context>
    <name>ArticleForm</name>
    <message>
        <source>Novo artigo</source>
        <translation>New article</translation>
    </message>
    <message>
        <source>Mudar artigo</source>
        <translation>Change article</translation>
    </message>
    <message>
        <source>&amp;Salvar artigo</source>
        <translation>&amp;Save article</translation>
    </message>
    <message>
        <source>&amp;Título</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>&amp;Resposta</source>
        <translation>&amp;Answer</translation>
    </message>
    <message>
        <source>&amp;Oferecer ao abrir chamados</source>
        <translation>&amp;Offer when tickets are opened</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>ArticlesForm</name>
    <message>
        <source>TKT-4 · Respostas que servem a muitos. As oferecidas aparecem ao lado dos chamados resolvidos enquanto se digita o resumo de um chamado novo.</source>
        <translation>TKT-4 · Answers that serve many. Those offered show beside solved tickets while the summary of a new ticket is typed.</translation>
    </message>
    <message>
        <source>Artigos</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>&amp;Novo artigo…</source>
        <translation>&amp;New article…</translation>
    </message>
    <message>
        <source>M&amp;udar…</source>
        <translation>C&amp;hange…</translation>
    </message>
    <message>
        <source>título</source>
        <translation>title</translation>
    </message>
    <message>
        <source>oferecido</source>
        <translation>offered</translation>
    </message>
    <message>
        <source>quem</source>
        <translation>who</translation>
    </message>
    <message>
        <source>mudado em</source>
        <translation>changed at</translation>
    </message>
    <message>
        <source>sim</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>Artigo salvo</source>
        <translation>Article saved</translation>
    </message>
</context>
<context>
    <name>AskedPeriod</name>
    <message>
        <source>este mês</source>
        <translation>this month</translation>
    </message>
    <message>
        <source>mês passado</source>
        <translation>last month</translation>
    </message>
    <message>
        <source>30 dias</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>12 meses</source>
        <translation>12 months</translation>
    </message>
    <message>
        <source>outro período</source>
        <translation>another period</translation>
    </message>
    <message>
        <source>todas</source>
        <translation>all</translation>
    </message>
    <message>
        <source>&amp;Período</source>
        <translation>&amp;Period</translation>
    </message>
    <message>
        <source>&amp;De</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;Até</source>
        <translation>&amp;To</translation>
    </message>
    <message>
        <source>E&amp;quipe</source>
        <translation>Tea&amp;m</translation>
    </message>
</context>
<context>
    <name>AttachmentsTab</name>
    <message>
        <source>Anexos do chamado</source>
        <translation>Files of the ticket</translation>
    </message>
    <message>
        <source>Nenhum anexo</source>
        <translation>No file</translation>
    </message>
    <message>
        <source>Arraste arquivos para cá, cole uma imagem ou escolha no disco.</source>
        <translation>Drag files here, paste a picture or choose on the disk.</translation>
    </message>
    <message>
        <source>arquivo</source>
        <translation>file</translation>
    </message>
    <message>
        <source>tamanho</source>
        <translation>size</translation>
    </message>
    <message>
        <source>quem</source>
        <translation>who</translation>
    </message>
    <message>
        <source>quando</source>
        <translation>when</translation>
    </message>
    <message>
        <source>(apagado)</source>
        <translation>(removed)</translation>
    </message>
    <message>
        <source>Anexar arquivos</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>Não há arquivo nem imagem para colar</source>
        <translation>There is no file or picture to paste</translation>
    </message>
    <message>
        <source>Salvar o anexo</source>
        <translation>Save the file</translation>
    </message>
    <message>
        <source>Salvo em {path}</source>
        <translation>Saved to {path}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Deta&amp;lhes</source>
        <translation>Detai&amp;ls</translation>
    </message>
    <message>
        <source>Dispen&amp;sar</source>
        <translation>Dismi&amp;ss</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Demonstrativos do mês</source>
        <translation>Statements of the month</translation>
    </message>
    <message>
        <source>Andamento</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>O que aconteceu com cada cliente</source>
        <translation>What became of each client</translation>
    </message>
    <message>
        <source>&amp;Emitir todos</source>
        <translation>&amp;Issue all</translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Conferindo o mês</source>
        <translation>Checking the month</translation>
    </message>
    <message>
        <source>Emitindo os demonstrativos</source>
        <translation>Issuing the statements</translation>
    </message>
    <message>
        <source>em ordem</source>
        <translation>in order</translation>
    </message>
    <message>
        <source>minutos</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>valor</source>
        <translation>amount</translation>
    </message>
    <message>
        <source>a conferir</source>
        <translation>to check</translation>
    </message>
    <message>
        <source>{issued} emitidos, {failed} não emitidos</source>
        <translation>{issued} issued, {failed} not issued</translation>
    </message>
    <message>
        <source>Cancelado: {issued} emitidos ficam, {failed} não emitidos</source>
        <translation>Cancelled: {issued} issued stay, {failed} not issued</translation>
    </message>
    <message>
        <source>&amp;Fechar</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>{clients} clientes com minutos · {amount} a cobrar · {remarked} com algo a conferir</source>
        <translation>{clients} clients with minutes · {amount} to bill · {remarked} with something to check</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>demonstrativo</source>
        <translation>statement</translation>
    </message>
</context>
<context>
    <name>BehindList</name>
    <message>
        <source>Escolha um número</source>
        <translation>Choose a number</translation>
    </message>
    <message>
        <source>Cada número e cada barra mostra aqui os chamados que conta.</source>
        <translation>Every number and every bar shows here the tickets it counts.</translation>
    </message>
    <message>
        <source>Chamados por trás do número</source>
        <translation>Tickets behind the number</translation>
    </message>
    <message>
        <source>{what}: {count}</source>
        <translation>{what}: {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n chamado(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>nenhum chamado</source>
        <translation>no ticket</translation>
    </message>
    <message>
        <source>, os primeiros {count}</source>
        <translation>, the first {count}</translation>
    </message>
    <message>
        <source>chamado</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>prazo</source>
        <translation>due</translation>
    </message>
    <message>
        <source>severidade</source>
        <translation>severity</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>resumo</source>
        <translation>summary</translation>
    </message>
    <message>
        <source>dono</source>
        <translation>owner</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>{act} · %n chamado(s)</source>
        <translation>
            <numerusform>{act} · %n ticket</numerusform>
            <numerusform>{act} · %n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>O que vai acontecer a cada chamado</source>
        <translation>What will happen to each ticket</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message numerus="yes">
        <source>%n chamado(s) muda(m)</source>
        <translation>
            <numerusform>%n ticket changes</numerusform>
            <numerusform>%n tickets change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fica(m) como está(ão)</source>
        <translation>
            <numerusform>%n stays as it is</numerusform>
            <numerusform>%n stay as they are</numerusform>
        </translation>
    </message>
    <message>
        <source>chamado</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>resumo</source>
        <translation>summary</translation>
    </message>
    <message>
        <source>o que acontece</source>
        <translation>what happens</translation>
    </message>
    <message>
        <source>muda</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>feito</source>
        <translation>done</translation>
    </message>
    <message>
        <source>ficou como estava</source>
        <translation>stayed as it was</translation>
    </message>
    <message numerus="yes">
        <source>%n feito(s)</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recusado(s)</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>{count} vencem</source>
        <translation>{count} fall due</translation>
    </message>
    <message>
        <source>1 vence</source>
        <translation>1 falls due</translation>
    </message>
    <message>
        <source>{count} plantões vagos</source>
        <translation>{count} vacant duties</translation>
    </message>
    <message>
        <source>1 plantão vago</source>
        <translation>1 vacant duty</translation>
    </message>
    <message>
        <source>aberta, como nos outros dias</source>
        <translation>open, as on other days</translation>
    </message>
    <message>
        <source>só nas janelas de plantão</source>
        <translation>in the on-duty windows only</translation>
    </message>
    <message>
        <source>o dia todo em plantão</source>
        <translation>on duty all day</translation>
    </message>
    <message>
        <source>fechada</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>A partir de {day}: novos horários</source>
        <translation>From {day} on: new hours</translation>
    </message>
    <message>
        <source>Os horários de {day} deixam de valer</source>
        <translation>The hours of {day} no longer hold</translation>
    </message>
    <message>
        <source>Os horários de {day} mudam</source>
        <translation>The hours of {day} change</translation>
    </message>
    <message>
        <source>o plantão conta no prazo</source>
        <translation>on-duty time counts</translation>
    </message>
    <message>
        <source>o plantão não conta no prazo</source>
        <translation>on-duty time does not count</translation>
    </message>
    <message>
        <source>feriados nacionais: {rule}</source>
        <translation>national holidays: {rule}</translation>
    </message>
    <message>
        <source>feriados locais: {rule}</source>
        <translation>local holidays: {rule}</translation>
    </message>
    <message>
        <source>{day} · {name}: {windows}</source>
        <translation>{day} · {name}: {windows}</translation>
    </message>
    <message>
        <source>todo ano de {first} a {last} · {name}: fechado</source>
        <translation>every year from {first} to {last} · {name}: closed</translation>
    </message>
    <message>
        <source>todo ano em {rule} · {name} ({source})</source>
        <translation>every year on {rule} · {name} ({source})</translation>
    </message>
    <message>
        <source>sem {day}</source>
        <translation>without {day}</translation>
    </message>
    <message>
        <source>Páscoa {days:+d} dias</source>
        <translation>Easter {days:+d} days</translation>
    </message>
    <message>
        <source>aberta até {time}</source>
        <translation>open until {time}</translation>
    </message>
    <message>
        <source>em plantão até {time}</source>
        <translation>on duty until {time}</translation>
    </message>
    <message>
        <source>aberta sempre</source>
        <translation>always open</translation>
    </message>
    <message>
        <source>fechada; abre {time}</source>
        <translation>closed; opens {time}</translation>
    </message>
    <message>
        <source>Ambiente</source>
        <translation>Environment</translation>
    </message>
    <message>
        <source>Atualização</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Cópia do banco</source>
        <translation>Database backup</translation>
    </message>
    <message>
        <source>atendimento</source>
        <translation>attendance</translation>
    </message>
    <message>
        <source>plantão</source>
        <translation>on duty</translation>
    </message>
    <message>
        <source>vago</source>
        <translation>vacant</translation>
    </message>
    <message>
        <source>fechado</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>não conta no prazo</source>
        <translation>does not count</translation>
    </message>
    <message>
        <source>{name} está ausente</source>
        <translation>{name} is absent</translation>
    </message>
    <message>
        <source>troca: {words}</source>
        <translation>swap: {words}</translation>
    </message>
    <message>
        <source>dia de 23 horas: o relógio foi adiantado</source>
        <translation>day of 23 hours: the clock went forward</translation>
    </message>
    <message>
        <source>dia de 25 horas: o relógio foi atrasado</source>
        <translation>day of 25 hours: the clock went back</translation>
    </message>
</context>
<context>
    <name>CalendarActs</name>
    <message>
        <source>Edi&amp;tar</source>
        <translation>Ed&amp;it</translation>
    </message>
    <message>
        <source>Feriado confirmado: {name}</source>
        <translation>Holiday confirmed: {name}</translation>
    </message>
    <message>
        <source>Desfaz a mudança anterior</source>
        <translation>Takes back the change before</translation>
    </message>
    <message>
        <source>Incluído no calendário</source>
        <translation>Put into the calendar</translation>
    </message>
    <message>
        <source>Feito</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Não é mais devido</source>
        <translation>No longer owed</translation>
    </message>
</context>
<context>
    <name>CalendarBar</name>
    <message>
        <source>&amp;Semana</source>
        <translation>&amp;Week</translation>
    </message>
    <message>
        <source>&amp;Mês</source>
        <translation>&amp;Month</translation>
    </message>
    <message>
        <source>E&amp;quipes</source>
        <translation>&amp;Teams</translation>
    </message>
    <message>
        <source>Equipe</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>&amp;Hoje</source>
        <translation>To&amp;day</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Escolher no calendário</source>
        <translation>Choose on the calendar</translation>
    </message>
    <message>
        <source>O calendário vai de {first} a {last}.</source>
        <translation>The calendar goes from {first} to {last}.</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Calendário</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>O que está escolhido</source>
        <translation>What is chosen</translation>
    </message>
    <message>
        <source>▌ atendimento   ▨ plantão   ⚠ plantão vago   ░ fechado</source>
        <translation>▌ attendance   ▨ on duty   ⚠ vacant duty   ░ closed</translation>
    </message>
    <message>
        <source>Oferta P, para hoje: {items}</source>
        <translation>Oferta P, for today: {items}</translation>
    </message>
    <message numerus="yes">
        <source>%n aberta(s) agora</source>
        <translation>
            <numerusform>%n open now</numerusform>
            <numerusform>%n open now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n em dobro</source>
        <translation>
            <numerusform>%n double duty</numerusform>
            <numerusform>%n double duties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPapers</name>
    <message>
        <source>Im&amp;primir</source>
        <translation>&amp;Print</translation>
    </message>
    <message>
        <source>Calendário exportado: {file}</source>
        <translation>Calendar exported: {file}</translation>
    </message>
    <message>
        <source>Exportar calendário</source>
        <translation>Export calendar</translation>
    </message>
    <message>
        <source>Calendário (*.ics)</source>
        <translation>Calendar (*.ics)</translation>
    </message>
    <message>
        <source>Desenhando o PDF</source>
        <translation>Drawing the PDF</translation>
    </message>
    <message>
        <source>Calendário · {team} · {when}</source>
        <translation>Calendar · {team} · {when}</translation>
    </message>
    <message>
        <source>Escala · {team} · {when}</source>
        <translation>Roster · {team} · {when}</translation>
    </message>
</context>
<context>
    <name>CatalogForm</name>
    <message>
        <source>&amp;Linhas de produto</source>
        <translation>Product &amp;lines</translation>
    </message>
    <message>
        <source>&amp;Módulos</source>
        <translation>&amp;Modules</translation>
    </message>
    <message>
        <source>Ro&amp;tinas</source>
        <translation>Ro&amp;utines</translation>
    </message>
    <message>
        <source>&amp;Versões</source>
        <translation>&amp;Versions</translation>
    </message>
    <message>
        <source>Am&amp;bientes</source>
        <translation>Env&amp;ironments</translation>
    </message>
    <message>
        <source>Cate&amp;gorias</source>
        <translation>Cate&amp;gories</translation>
    </message>
    <message>
        <source>TKT-2 · O que se oferece ao abrir um chamado, um por linha; outro valor continua podendo ser escrito.</source>
        <translation>TKT-2 · What is offered when a ticket is opened, one a line; another value may still be typed.</translation>
    </message>
    <message>
        <source>Catálogo</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>&amp;Salvar catálogo</source>
        <translation>&amp;Save catalogue</translation>
    </message>
    <message>
        <source>Voltar ao &amp;padrão</source>
        <translation>Back to the &amp;default</translation>
    </message>
    <message>
        <source>Catálogo salvo</source>
        <translation>Catalogue saved</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Procurar…</source>
        <translation>Search…</translation>
    </message>
    <message>
        <source>&amp;Limpar</source>
        <translation>C&amp;lear</translation>
    </message>
</context>
<context>
    <name>ClientCard</name>
    <message>
        <source>Contatos</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Linha do tempo</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>contrato vencido</source>
        <translation>contract ended</translation>
    </message>
    <message>
        <source>contrato por começar</source>
        <translation>contract not begun</translation>
    </message>
    <message>
        <source>em atraso</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>em dia</source>
        <translation>in order</translation>
    </message>
    <message>
        <source>CPF de {name}: {cpf} (a consulta ficou registrada)</source>
        <translation>CPF of {name}: {cpf} (this look was recorded)</translation>
    </message>
    <message>
        <source>Mais</source>
        <translation>More</translation>
    </message>
    <message>
        <source>sem CNPJ</source>
        <translation>no CNPJ</translation>
    </message>
    <message>
        <source> desde {day}</source>
        <translation> since {day}</translation>
    </message>
    <message>
        <source> até {day}</source>
        <translation> until {day}</translation>
    </message>
    <message>
        <source>não informado</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>Contrato {kind}{validity} · {standing}</source>
        <translation>Contract {kind}{validity} · {standing}</translation>
    </message>
    <message>
        <source>CLI-5: em atraso; só abre chamados para o CST.</source>
        <translation>CLI-5: overdue; opens tickets for CST only.</translation>
    </message>
    <message>
        <source>CLI-5: {standing}; encaminhe ao executivo de contas (EAR).</source>
        <translation>CLI-5: {standing}; refer to the account executive (EAR).</translation>
    </message>
    <message>
        <source>CLI-3: confira quem aprova consultoria há mais de {months} meses: {names}.</source>
        <translation>CLI-3: review who has approved consulting for more than {months} months: {names}.</translation>
    </message>
    <message>
        <source>assunto</source>
        <translation>subject</translation>
    </message>
    <message>
        <source>quem</source>
        <translation>who</translation>
    </message>
    <message>
        <source>chamado {number}</source>
        <translation>ticket {number}</translation>
    </message>
    <message>
        <source>nome</source>
        <translation>name</translation>
    </message>
    <message>
        <source>Chamados, documentos, recusas e consultas de CPF aparecem aqui.</source>
        <translation>Tickets, documents, refusals and looks at a CPF appear here.</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>telefone</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>permissões</source>
        <translation>permissions</translation>
    </message>
    <message>
        <source>inativo</source>
        <translation>inactive</translation>
    </message>
    <message>
        <source>abre</source>
        <translation>opens</translation>
    </message>
    <message>
        <source>aceita</source>
        <translation>accepts</translation>
    </message>
    <message>
        <source>aprova</source>
        <translation>approves</translation>
    </message>
    <message>
        <source>administra</source>
        <translation>administers</translation>
    </message>
    <message>
        <source>nenhuma</source>
        <translation>none</translation>
    </message>
    <message>
        <source>quando</source>
        <translation>when</translation>
    </message>
    <message>
        <source>o quê</source>
        <translation>what</translation>
    </message>
    <message>
        <source>contato</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>documento</source>
        <translation>document</translation>
    </message>
    <message>
        <source>recusa</source>
        <translation>refusal</translation>
    </message>
    <message>
        <source>encaminhamento</source>
        <translation>referral</translation>
    </message>
    <message>
        <source>resolvido sem chamado</source>
        <translation>solved without a ticket</translation>
    </message>
    <message>
        <source>CPF consultado</source>
        <translation>CPF looked at</translation>
    </message>
</context>
<context>
    <name>ClientForm</name>
    <message>
        <source>Novo cliente</source>
        <translation>New client</translation>
    </message>
    <message>
        <source>Editar cliente</source>
        <translation>Edit client</translation>
    </message>
    <message>
        <source>&amp;Salvar cliente</source>
        <translation>&amp;Save client</translation>
    </message>
    <message>
        <source>DD/MM/AAAA</source>
        <translation>DD/MM/YYYY</translation>
    </message>
    <message>
        <source>&amp;Nome</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Ci&amp;dade</source>
        <translation>Cit&amp;y</translation>
    </message>
    <message>
        <source>&amp;Estado</source>
        <translation>St&amp;ate</translation>
    </message>
    <message>
        <source>&amp;Unidade ou franquia</source>
        <translation>&amp;Unit or franchise</translation>
    </message>
    <message>
        <source>Con&amp;trato</source>
        <translation>C&amp;ontract</translation>
    </message>
    <message>
        <source>&amp;Vigente desde</source>
        <translation>&amp;Valid from</translation>
    </message>
    <message>
        <source>Vigente &amp;até</source>
        <translation>Valid un&amp;til</translation>
    </message>
    <message>
        <source>executivo de contas</source>
        <translation>account executive</translation>
    </message>
    <message>
        <source>acima do executivo</source>
        <translation>above the executive</translation>
    </message>
    <message>
        <source>Em atras&amp;o (CLI-5)</source>
        <translation>Overdu&amp;e (CLI-5)</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>ClientImport</name>
    <message>
        <source>novo</source>
        <translation>new</translation>
    </message>
    <message>
        <source>muda</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>já estava</source>
        <translation>was here</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source>Nome, CNPJ, contato, CPF ou telefone…</source>
        <translation>Name, CNPJ, contact, CPF or phone…</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>cidade</source>
        <translation>city</translation>
    </message>
    <message>
        <source>contrato</source>
        <translation>contract</translation>
    </message>
    <message>
        <source>situação</source>
        <translation>standing</translation>
    </message>
    <message>
        <source>Ninguém encontrado</source>
        <translation>Nobody found</translation>
    </message>
    <message>
        <source>Procure por outra parte do nome, pelo CNPJ, CPF ou telefone.</source>
        <translation>Try another part of the name, the CNPJ, CPF or phone.</translation>
    </message>
    <message>
        <source>Nenhum cliente</source>
        <translation>No client</translation>
    </message>
    <message>
        <source>Aqui ficam os clientes com contratos, contatos e permissões.</source>
        <translation>Clients stand here with contracts, contacts and permissions.</translation>
    </message>
    <message>
        <source>Senha guardada</source>
        <translation>Password kept</translation>
    </message>
    <message>
        <source>Exportar dados</source>
        <translation>Export data</translation>
    </message>
    <message>
        <source>Dados exportados: {file}</source>
        <translation>Data exported: {file}</translation>
    </message>
    <message>
        <source>o nome não confere</source>
        <translation>the name does not match</translation>
    </message>
    <message>
        <source>Contato anonimizado</source>
        <translation>Contact anonymised</translation>
    </message>
    <message>
        <source>Cliente salvo</source>
        <translation>Client saved</translation>
    </message>
    <message>
        <source>Contato salvo</source>
        <translation>Contact saved</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Ordenar por</source>
        <translation>Sort by</translation>
    </message>
    <message>
        <source>Restaurar colunas</source>
        <translation>Restore columns</translation>
    </message>
    <message>
        <source>Shift ← → move a coluna, Ctrl ← → muda a largura</source>
        <translation>Shift ← → moves the column, Ctrl ← → changes its width</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Comandos</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Digite o que quer fazer…</source>
        <translation>Type what you want to do…</translation>
    </message>
    <message>
        <source>Procurar comando</source>
        <translation>Search commands</translation>
    </message>
    <message>
        <source>Nenhum comando com essas letras.</source>
        <translation>No command with these letters.</translation>
    </message>
    <message>
        <source>Comandos encontrados</source>
        <translation>Commands found</translation>
    </message>
</context>
<context>
    <name>ConfigurationPage</name>
    <message>
        <source>Seções</source>
        <translation>Sections</translation>
    </message>
</context>
<context>
    <name>ConsultingActs</name>
    <message>
        <source>Tempo apontado</source>
        <translation>Time logged</translation>
    </message>
    <message>
        <source>Apontamento corrigido</source>
        <translation>Time entry corrected</translation>
    </message>
    <message>
        <source>Apontamento anulado</source>
        <translation>Time entry voided</translation>
    </message>
    <message>
        <source>Carta de aceite · {number}</source>
        <translation>Acceptance letter · {number}</translation>
    </message>
    <message>
        <source>Termo de solução · {number}</source>
        <translation>Term of solution · {number}</translation>
    </message>
    <message>
        <source>Demonstrativo de consultoria · {month}</source>
        <translation>Statement of consulting · {month}</translation>
    </message>
    <message>
        <source>Desenhando o PDF</source>
        <translation>Drawing the PDF</translation>
    </message>
</context>
<context>
    <name>ConsultingPage</name>
    <message>
        <source>Agendamentos dos próximos 14 dias</source>
        <translation>Appointments of the next 14 days</translation>
    </message>
    <message>
        <source>Agendamentos</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Consultorias</source>
        <translation>Consultings</translation>
    </message>
    <message>
        <source>Nenhuma consultoria</source>
        <translation>No consulting</translation>
    </message>
    <message>
        <source>Um chamado vira consultoria com a tecla C, na fila. Aqui se vê a de cada um.</source>
        <translation>A ticket becomes a consulting with the key C, in the queue. They are all seen here.</translation>
    </message>
    <message>
        <source>situação</source>
        <translation>state</translation>
    </message>
    <message>
        <source>chamado</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>tempo</source>
        <translation>time</translation>
    </message>
    <message>
        <source>{all} consultorias · {check} a conferir · {letters} com carta pendente</source>
        <translation>{all} consultings · {check} to check · {letters} with a letter pending</translation>
    </message>
    <message>
        <source>quando</source>
        <translation>when</translation>
    </message>
    <message>
        <source>com o quê, e quem</source>
        <translation>with what, and who</translation>
    </message>
    <message numerus="yes">
        <source>%n apontamento(s) exportado(s)</source>
        <translation>
            <numerusform>%n entry exported</numerusform>
            <numerusform>%n entries exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsultingTab</name>
    <message>
        <source>Apontamentos</source>
        <translation>Time entries</translation>
    </message>
    <message>
        <source>Nenhum tempo apontado</source>
        <translation>No time logged</translation>
    </message>
    <message>
        <source>Aqui fica cada minuto trabalhado no chamado, com o que foi feito.</source>
        <translation>Every minute worked on the ticket stands here, with what was done.</translation>
    </message>
    <message>
        <source>Não é consultoria: só recebe tempo interno.</source>
        <translation>No consulting: it takes internal time alone.</translation>
    </message>
    <message>
        <source>Consultoria {kind}</source>
        <translation>Consulting: {kind}</translation>
    </message>
    <message>
        <source>causa: {cause}</source>
        <translation>cause: {cause}</translation>
    </message>
    <message>
        <source>agendado: {when} a {end}</source>
        <translation>agreed: {when} to {end}</translation>
    </message>
    <message>
        <source>carta emitida, falta a aprovação</source>
        <translation>letter issued, approval missing</translation>
    </message>
    <message>
        <source>falta emitir a carta de aceite</source>
        <translation>the acceptance letter is still to be issued</translation>
    </message>
    <message>
        <source>carta aprovada em {when}</source>
        <translation>letter approved on {when}</translation>
    </message>
    <message>
        <source>dia</source>
        <translation>day</translation>
    </message>
    <message>
        <source>horário</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>quem</source>
        <translation>who</translation>
    </message>
    <message>
        <source>atividade</source>
        <translation>activity</translation>
    </message>
    <message>
        <source>o que foi feito</source>
        <translation>what was done</translation>
    </message>
    <message>
        <source>tempo</source>
        <translation>time</translation>
    </message>
    <message>
        <source>situação</source>
        <translation>state</translation>
    </message>
    <message>
        <source>anulado por {name}</source>
        <translation>voided by {name}</translation>
    </message>
    <message>
        <source>demonstrativo {number}</source>
        <translation>statement {number}</translation>
    </message>
    <message>
        <source>{minutes} min {what}</source>
        <translation>{minutes} min {what}</translation>
    </message>
    <message>
        <source>× {rate} = {amount}</source>
        <translation>× {rate} = {amount}</translation>
    </message>
    <message>
        <source>Nada por faturar.</source>
        <translation>Nothing to bill.</translation>
    </message>
    <message>
        <source>Ainda sem demonstrativo: {parts}</source>
        <translation>Not on a statement yet: {parts}</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Novo contato</source>
        <translation>New contact</translation>
    </message>
    <message>
        <source>Editar contato</source>
        <translation>Edit contact</translation>
    </message>
    <message>
        <source>&amp;Salvar contato</source>
        <translation>&amp;Save contact</translation>
    </message>
    <message>
        <source>&amp;Nome</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-mail</translation>
    </message>
    <message>
        <source>Tele&amp;fone</source>
        <translation>&amp;Phone</translation>
    </message>
    <message>
        <source>At&amp;ivo</source>
        <translation>Act&amp;ive</translation>
    </message>
    <message>
        <source>Abre c&amp;hamados</source>
        <translation>&amp;Opens tickets</translation>
    </message>
    <message>
        <source>Aceita sol&amp;uções</source>
        <translation>&amp;Accepts solutions</translation>
    </message>
    <message>
        <source>Aprova consul&amp;toria</source>
        <translation>App&amp;roves consulting</translation>
    </message>
    <message>
        <source>A&amp;dministra contatos</source>
        <translation>A&amp;dministers contacts</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>ConversationTab</name>
    <message>
        <source>Conversa do chamado</source>
        <translation>Conversation of the ticket</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>contato</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>produto</source>
        <translation>product</translation>
    </message>
    <message>
        <source>versão</source>
        <translation>version</translation>
    </message>
    <message>
        <source>equipe</source>
        <translation>team</translation>
    </message>
    <message>
        <source>severidade</source>
        <translation>severity</translation>
    </message>
    <message>
        <source>situação</source>
        <translation>status</translation>
    </message>
    <message>
        <source>dono</source>
        <translation>assignee</translation>
    </message>
    <message>
        <source>sem dono</source>
        <translation>unassigned</translation>
    </message>
    <message>
        <source>aberto em</source>
        <translation>opened</translation>
    </message>
    <message>
        <source>aceite até</source>
        <translation>acceptance by</translation>
    </message>
    <message>
        <source>encerrado</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>chave</source>
        <translation>key</translation>
    </message>
    <message>
        <source>INTERNO, o cliente não vê · {act}</source>
        <translation>INTERNAL, the client cannot see this · {act}</translation>
    </message>
    <message>
        <source>(texto apagado)</source>
        <translation>(text erased)</translation>
    </message>
</context>
<context>
    <name>CopyWeekForm</name>
    <message>
        <source>Copiar a escala da semana</source>
        <translation>Copy the week&apos;s roster</translation>
    </message>
    <message>
        <source>&amp;Copiar</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>Preenche os plantões vagos com quem tem o mesmo na outra semana.</source>
        <translation>Fills vacant duties with who has the same one in the other week.</translation>
    </message>
    <message>
        <source>&amp;Da semana de</source>
        <translation>&amp;From the week of</translation>
    </message>
    <message>
        <source>&amp;Para a semana de</source>
        <translation>&amp;To the week of</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Dashboard</name>
    <message>
        <source>Cumprimento por equipe</source>
        <translation>Compliance by team</translation>
    </message>
    <message>
        <source>Cumprimento por severidade</source>
        <translation>Compliance by severity</translation>
    </message>
    <message>
        <source>Entradas e soluções</source>
        <translation>Arrivals and solutions</translation>
    </message>
    <message>
        <source>Carga por analista</source>
        <translation>Load by analyst</translation>
    </message>
    <message>
        <source>Idade dos abertos</source>
        <translation>Age of open tickets</translation>
    </message>
    <message>
        <source>Vencem até o fim de amanhã</source>
        <translation>Due by the end of tomorrow</translation>
    </message>
    <message>
        <source>Como encerraram</source>
        <translation>How they were closed</translation>
    </message>
    <message>
        <source>Satisfação por equipe</source>
        <translation>Satisfaction by team</translation>
    </message>
    <message>
        <source>Satisfação por analista</source>
        <translation>Satisfaction by analyst</translation>
    </message>
    <message>
        <source>Satisfação por produto</source>
        <translation>Satisfaction by product</translation>
    </message>
    <message>
        <source>Consultoria cobrada por mês</source>
        <translation>Consulting billed by month</translation>
    </message>
    <message>
        <source>Horas de plantão</source>
        <translation>Hours on duty</translation>
    </message>
    <message>
        <source>Nada entrou nem foi solucionado no período.</source>
        <translation>Nothing came in or was solved in this period.</translation>
    </message>
    <message>
        <source>Nenhum prazo venceu no período.</source>
        <translation>Nothing fell due in this period.</translation>
    </message>
    <message>
        <source>Nenhum chamado aberto.</source>
        <translation>No open ticket.</translation>
    </message>
    <message>
        <source>Nada vence até o fim de amanhã.</source>
        <translation>Nothing falls due by the end of tomorrow.</translation>
    </message>
    <message>
        <source>Nenhum chamado encerrado no período.</source>
        <translation>No ticket was closed in this period.</translation>
    </message>
    <message>
        <source>Nenhuma pesquisa respondida.</source>
        <translation>No survey was answered.</translation>
    </message>
    <message>
        <source>Nada nos doze meses; por equipe não se divide.</source>
        <translation>Nothing in these twelve months; by team it is not told.</translation>
    </message>
    <message>
        <source>Ninguém na escala do período.</source>
        <translation>Nobody on the roster of this period.</translation>
    </message>
    <message>
        <source>no prazo</source>
        <translation>in time</translation>
    </message>
    <message>
        <source>em atraso</source>
        <translation>late</translation>
    </message>
    <message>
        <source>entradas</source>
        <translation>arrivals</translation>
    </message>
    <message>
        <source>soluções</source>
        <translation>solutions</translation>
    </message>
    <message>
        <source>sem dono</source>
        <translation>unassigned</translation>
    </message>
    <message>
        <source>{days} dias ou mais</source>
        <translation>{days} days or more</translation>
    </message>
    <message>
        <source>menos de 1 dia</source>
        <translation>less than a day</translation>
    </message>
    <message>
        <source>{days} a {below} dias</source>
        <translation>{days} to {below} days</translation>
    </message>
    <message>
        <source>sem registro de como</source>
        <translation>not recorded how</translation>
    </message>
    <message>
        <source>sem produto</source>
        <translation>no product</translation>
    </message>
    <message>
        <source>sem severidade</source>
        <translation>no severity</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Contando o painel</source>
        <translation>Counting the dashboard</translation>
    </message>
    <message>
        <source>no prazo</source>
        <translation>in time</translation>
    </message>
    <message>
        <source>abertos</source>
        <translation>open</translation>
    </message>
    <message>
        <source>em atraso agora</source>
        <translation>late now</translation>
    </message>
    <message>
        <source>vencem até amanhã</source>
        <translation>due by tomorrow</translation>
    </message>
    <message numerus="yes">
        <source>%n resposta(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message>
        <source>nenhuma resposta</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>cartas à espera</source>
        <translation>letters waiting</translation>
    </message>
    <message>
        <source>O painel é de quem gerencia</source>
        <translation>The dashboard is for managers</translation>
    </message>
    <message>
        <source>Tabela (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>Documento (*.pdf)</source>
        <translation>Document (*.pdf)</translation>
    </message>
    <message>
        <source>Salvar o painel</source>
        <translation>Save the dashboard</translation>
    </message>
    <message>
        <source>Painel salvo: {file}</source>
        <translation>Dashboard saved: {file}</translation>
    </message>
</context>
<context>
    <name>DatabaseWatch</name>
    <message>
        <source>Enviando mensagens</source>
        <translation>Sending messages</translation>
    </message>
</context>
<context>
    <name>DayForm</name>
    <message>
        <source>Horário próprio do dia</source>
        <translation>Own hours of the day</translation>
    </message>
    <message>
        <source>&amp;Ver o que muda</source>
        <translation>Show what chan&amp;ges</translation>
    </message>
    <message>
        <source>O horário próprio vale no lugar de qualquer outra regra do dia; vazio é fechado.</source>
        <translation>Own hours stand in place of every other rule of the day; empty is closed.</translation>
    </message>
    <message>
        <source>&amp;Dia</source>
        <translation>&amp;Day</translation>
    </message>
    <message>
        <source>&amp;Motivo do dia</source>
        <translation>&amp;Reason of the day</translation>
    </message>
    <message>
        <source>&amp;Janelas</source>
        <translation>&amp;Windows</translation>
    </message>
    <message>
        <source>fechado</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>Voltar às &amp;regras</source>
        <translation>Back to the r&amp;ules</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DeadlineStrip</name>
    <message>
        <source>outra previsão: {due}</source>
        <translation>another forecast: {due}</translation>
    </message>
    <message>
        <source>plantão</source>
        <translation>on duty</translation>
    </message>
    <message>
        <source>pausa</source>
        <translation>pause</translation>
    </message>
    <message>
        <source>Contagem do prazo, dia a dia</source>
        <translation>How the deadline was counted, day by day</translation>
    </message>
</context>
<context>
    <name>DeadlineTab</name>
    <message>
        <source>Prazo do chamado</source>
        <translation>Deadline of the ticket</translation>
    </message>
    <message>
        <source>E se a severidade fosse</source>
        <translation>What if the severity were</translation>
    </message>
    <message>
        <source>E se a equipe fosse</source>
        <translation>What if the team were</translation>
    </message>
    <message>
        <source>E se: {text} Nada foi gravado.</source>
        <translation>What if: {text} Nothing was saved.</translation>
    </message>
    <message>
        <source>█ contado   ▨ plantão   ┄ pausa   ▼ abertura e prazo   │ outras previsões</source>
        <translation>█ counted   ▨ on duty   ┄ pause   ▼ opening and deadline   │ other forecasts</translation>
    </message>
    <message>
        <source>E se fosse</source>
        <translation>What if it were</translation>
    </message>
</context>
<context>
    <name>DeadlineWords</name>
    <message>
        <source>solução pelo suporte</source>
        <translation>solution by support</translation>
    </message>
    <message>
        <source>solução pela manutenção</source>
        <translation>solution by maintenance</translation>
    </message>
    <message>
        <source>à espera da resposta do cliente</source>
        <translation>waiting for the client’s answer</translation>
    </message>
    <message>
        <source>à espera do aceite</source>
        <translation>waiting for acceptance</translation>
    </message>
    <message>
        <source>unido a outro chamado</source>
        <translation>merged into another ticket</translation>
    </message>
    <message>
        <source>Agora</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Regra</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Conta</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>Dias que não contaram</source>
        <translation>Days that did not count</translation>
    </message>
    <message>
        <source>Pausas</source>
        <translation>Pauses</translation>
    </message>
    <message>
        <source>Previsões</source>
        <translation>Forecasts</translation>
    </message>
    <message>
        <source>Prazo em {due}.</source>
        <translation>Due {due}.</translation>
    </message>
    <message>
        <source>Restam {left} úteis.</source>
        <translation>{left} of working time left.</translation>
    </message>
    <message>
        <source>Vencido há {late} úteis.</source>
        <translation>Overdue by {late} of working time.</translation>
    </message>
    <message>
        <source>O relógio está parado desde {since}; restam {left} úteis quando voltar.</source>
        <translation>The clock has been stopped since {since}; {left} of working time will be left when it resumes.</translation>
    </message>
    <message>
        <source>Resolvido dentro do prazo, com {left} úteis de sobra.</source>
        <translation>Solved in time, with {left} of working time to spare.</translation>
    </message>
    <message>
        <source>Resolvido fora do prazo: {late} úteis depois.</source>
        <translation>Solved late: {late} of working time after the deadline.</translation>
    </message>
    <message>
        <source>{severity}, {stage}: {target}, contados desde a abertura em {opened} (SLA-2).</source>
        <translation>{severity}, {stage}: {target}, counted from the opening on {opened} (SLA-2).</translation>
    </message>
    <message>
        <source>Política {policy}, versão {version}; calendário {calendar}, revisão {revision}.</source>
        <translation>Policy {policy}, version {version}; calendar {calendar}, revision {revision}.</translation>
    </message>
    <message>
        <source>{counted} úteis contados em {days} dias, dos quais {plantao} em plantão.</source>
        <translation>{counted} of working time counted over {days} days, {plantao} of it on duty.</translation>
    </message>
    <message>
        <source>Prazo combinado com o cliente; o calculado seria {computed} (SLA-13).</source>
        <translation>Deadline agreed with the client; the computed one would be {computed} (SLA-13).</translation>
    </message>
    <message>
        <source>{start} a {end}: {why}, {counted} úteis descontados.</source>
        <translation>{start} to {end}: {why}, {counted} of working time taken out.</translation>
    </message>
    <message>
        <source>agora</source>
        <translation>now</translation>
    </message>
    <message>
        <source>{at}, {cause}: {due}</source>
        <translation>{at}, {cause}: {due}</translation>
    </message>
    <message>
        <source>suspenso</source>
        <translation>suspended</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>nacional</source>
        <translation>national</translation>
    </message>
    <message>
        <source>ponto facultativo</source>
        <translation>optional day</translation>
    </message>
    <message>
        <source>estadual</source>
        <translation>state</translation>
    </message>
    <message>
        <source>municipal</source>
        <translation>municipal</translation>
    </message>
    <message>
        <source>da equipe</source>
        <translation>the team&apos;s own</translation>
    </message>
    <message>
        <source>Crítica</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>Alta</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Média</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Baixa</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>novo</source>
        <translation>new</translation>
    </message>
    <message>
        <source>em atendimento</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>pendente com o cliente</source>
        <translation>pending client</translation>
    </message>
    <message>
        <source>em manutenção</source>
        <translation>in maintenance</translation>
    </message>
    <message>
        <source>na Inovação</source>
        <translation>in Innovation</translation>
    </message>
    <message>
        <source>na Fábrica de Software</source>
        <translation>in the Software Factory</translation>
    </message>
    <message>
        <source>investigativa</source>
        <translation>investigative</translation>
    </message>
    <message>
        <source>telefônica</source>
        <translation>telephone</translation>
    </message>
    <message>
        <source>de desempenho</source>
        <translation>performance</translation>
    </message>
    <message>
        <source>in loco, pela unidade</source>
        <translation>in loco, by the unit</translation>
    </message>
    <message>
        <source>na base do cliente, por acesso remoto</source>
        <translation>on the client&apos;s base, by remote access</translation>
    </message>
    <message>
        <source>em base local com os dados do cliente</source>
        <translation>on a local base with the client&apos;s data</translation>
    </message>
    <message>
        <source>revisão de parâmetros e procedimentos</source>
        <translation>review of parameters and procedures</translation>
    </message>
    <message>
        <source>mensagens nos programas</source>
        <translation>messages in programs</translation>
    </message>
    <message>
        <source>defeito do produto padrão: nada é cobrado</source>
        <translation>defect of the standard product: nothing is billed</translation>
    </message>
    <message>
        <source>outra causa: os minutos são cobrados</source>
        <translation>another cause: the minutes are billed</translation>
    </message>
    <message>
        <source>não encontrada: segue com o especialista</source>
        <translation>not found: goes on with the specialist</translation>
    </message>
    <message>
        <source>análise</source>
        <translation>analysis</translation>
    </message>
    <message>
        <source>acesso remoto</source>
        <translation>remote access</translation>
    </message>
    <message>
        <source>preparo do acesso remoto</source>
        <translation>preparing remote access</translation>
    </message>
    <message>
        <source>base local</source>
        <translation>local base</translation>
    </message>
    <message>
        <source>parâmetros</source>
        <translation>parameters</translation>
    </message>
    <message>
        <source>por telefone</source>
        <translation>by phone</translation>
    </message>
    <message>
        <source>relatório</source>
        <translation>report</translation>
    </message>
    <message>
        <source>para o cliente</source>
        <translation>for the client</translation>
    </message>
    <message>
        <source>interno</source>
        <translation>internal</translation>
    </message>
    <message>
        <source>cobrado</source>
        <translation>billed</translation>
    </message>
    <message>
        <source>não cobrado: defeito do produto padrão</source>
        <translation>not billed: defect of the standard product</translation>
    </message>
    <message>
        <source>não cobrado: sem carta aprovada</source>
        <translation>not billed: no approved letter</translation>
    </message>
    <message>
        <source>a conferir: fora do horário, sem agendamento</source>
        <translation>to check: outside the hours, no appointment</translation>
    </message>
    <message>
        <source>a conferir: falta decidir a causa</source>
        <translation>to check: the cause is undecided</translation>
    </message>
    <message>
        <source>a conferir: falta a tarifa</source>
        <translation>to check: no rate</translation>
    </message>
    <message>
        <source>carta pendente</source>
        <translation>letter pending</translation>
    </message>
    <message>
        <source>liberada</source>
        <translation>released</translation>
    </message>
    <message>
        <source>em execução</source>
        <translation>running</translation>
    </message>
    <message>
        <source>a conferir</source>
        <translation>to check</translation>
    </message>
    <message>
        <source>aguardando aceite</source>
        <translation>awaiting acceptance</translation>
    </message>
    <message>
        <source>faturada</source>
        <translation>billed</translation>
    </message>
    <message>
        <source>encaminhada à unidade</source>
        <translation>referred to the unit</translation>
    </message>
    <message>
        <source>encerrada, por faturar</source>
        <translation>closed, to be billed</translation>
    </message>
    <message>
        <source>encerrado</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>balcão</source>
        <translation>desk</translation>
    </message>
    <message>
        <source>portal</source>
        <translation>portal</translation>
    </message>
    <message>
        <source>telefone</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>automático</source>
        <translation>automatic</translation>
    </message>
    <message>
        <source>importação</source>
        <translation>import</translation>
    </message>
    <message>
        <source>aceito pelo cliente</source>
        <translation>accepted by the client</translation>
    </message>
    <message>
        <source>encerramento automático</source>
        <translation>closed automatically</translation>
    </message>
    <message>
        <source>duplicado</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>cancelado pelo cliente</source>
        <translation>cancelled by the client</translation>
    </message>
    <message>
        <source>encerrado no registro importado</source>
        <translation>closed in the imported log</translation>
    </message>
    <message>
        <source>abriu o chamado</source>
        <translation>opened the ticket</translation>
    </message>
    <message>
        <source>classificou</source>
        <translation>classified it</translation>
    </message>
    <message>
        <source>mudou a severidade</source>
        <translation>changed the severity</translation>
    </message>
    <message>
        <source>transferiu para outra equipe</source>
        <translation>transferred it to another team</translation>
    </message>
    <message>
        <source>mudou o contrato</source>
        <translation>changed the contract</translation>
    </message>
    <message>
        <source>o calendário mudou</source>
        <translation>the calendar changed</translation>
    </message>
    <message>
        <source>assumiu o atendimento</source>
        <translation>took charge</translation>
    </message>
    <message>
        <source>mudou o dono</source>
        <translation>changed the owner</translation>
    </message>
    <message>
        <source>encaminhou à manutenção</source>
        <translation>sent it to maintenance</translation>
    </message>
    <message>
        <source>encaminhou ao desenvolvimento</source>
        <translation>sent it to development</translation>
    </message>
    <message>
        <source>voltou ao suporte</source>
        <translation>back to support</translation>
    </message>
    <message>
        <source>o cliente respondeu</source>
        <translation>the client answered</translation>
    </message>
    <message>
        <source>o cliente escreveu</source>
        <translation>the client wrote</translation>
    </message>
    <message>
        <source>marcou como comentário</source>
        <translation>marked as a comment</translation>
    </message>
    <message>
        <source>interagiu</source>
        <translation>added a note</translation>
    </message>
    <message>
        <source>vinculou a outro chamado</source>
        <translation>linked it to another ticket</translation>
    </message>
    <message>
        <source>mudou a situação</source>
        <translation>changed the status</translation>
    </message>
    <message>
        <source>anexou um arquivo</source>
        <translation>attached a file</translation>
    </message>
    <message>
        <source>combinou o prazo com o cliente</source>
        <translation>agreed the deadline with the client</translation>
    </message>
    <message>
        <source>voltou ao prazo calculado</source>
        <translation>went back to the computed deadline</translation>
    </message>
    <message>
        <source>registrou a solução</source>
        <translation>recorded the solution</translation>
    </message>
    <message>
        <source>o cliente recusou a solução</source>
        <translation>the client refused the solution</translation>
    </message>
    <message>
        <source>o cliente adiou o aceite</source>
        <translation>the client postponed acceptance</translation>
    </message>
    <message>
        <source>o cliente aceitou a solução</source>
        <translation>the client accepted the solution</translation>
    </message>
    <message>
        <source>aviso de prazo</source>
        <translation>deadline warning</translation>
    </message>
    <message>
        <source>lembrete ao cliente</source>
        <translation>reminder to the client</translation>
    </message>
    <message>
        <source>o limite do aceite mudou</source>
        <translation>the acceptance limit moved</translation>
    </message>
    <message>
        <source>unido a outro chamado</source>
        <translation>merged into another ticket</translation>
    </message>
    <message>
        <source>união desfeita</source>
        <translation>merge undone</translation>
    </message>
    <message>
        <source>encerrou o chamado</source>
        <translation>closed the ticket</translation>
    </message>
    <message>
        <source>encerramento anulado</source>
        <translation>closing annulled</translation>
    </message>
    <message>
        <source>pesquisa enviada</source>
        <translation>survey sent</translation>
    </message>
    <message>
        <source>pesquisa respondida</source>
        <translation>survey answered</translation>
    </message>
    <message>
        <source>tratou como consultoria</source>
        <translation>made it a consulting</translation>
    </message>
    <message>
        <source>deixou de ser consultoria</source>
        <translation>is no consulting any more</translation>
    </message>
    <message>
        <source>emitiu a carta de aceite</source>
        <translation>issued the acceptance letter</translation>
    </message>
    <message>
        <source>o cliente aprovou a carta de aceite</source>
        <translation>the client approved the acceptance letter</translation>
    </message>
    <message>
        <source>agendou com o cliente</source>
        <translation>agreed an appointment with the client</translation>
    </message>
    <message>
        <source>cancelou o agendamento</source>
        <translation>cancelled the appointment</translation>
    </message>
    <message>
        <source>apontou tempo</source>
        <translation>logged time</translation>
    </message>
    <message>
        <source>corrigiu um apontamento</source>
        <translation>corrected a time entry</translation>
    </message>
    <message>
        <source>anulou um apontamento</source>
        <translation>voided a time entry</translation>
    </message>
    <message>
        <source>decidiu a causa</source>
        <translation>decided the cause</translation>
    </message>
    <message>
        <source>texto apagado a pedido do titular</source>
        <translation>text erased at the data subject’s request</translation>
    </message>
    <message>
        <source>analista</source>
        <translation>analyst</translation>
    </message>
    <message>
        <source>consultor</source>
        <translation>consultant</translation>
    </message>
    <message>
        <source>gerente</source>
        <translation>manager</translation>
    </message>
    <message>
        <source>administrador</source>
        <translation>administrator</translation>
    </message>
    <message>
        <source>ouvidor</source>
        <translation>ombudsman</translation>
    </message>
    <message>
        <source>na fila</source>
        <translation>queued</translation>
    </message>
    <message>
        <source>saindo</source>
        <translation>going out</translation>
    </message>
    <message>
        <source>enviada</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>falhou</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>destino incerto</source>
        <translation>uncertain</translation>
    </message>
    <message>
        <source>sem endereço</source>
        <translation>no address</translation>
    </message>
    <message>
        <source>abertura</source>
        <translation>opening</translation>
    </message>
    <message>
        <source>resposta</source>
        <translation>answer</translation>
    </message>
    <message>
        <source>pergunta ao cliente</source>
        <translation>question to the client</translation>
    </message>
    <message>
        <source>solução</source>
        <translation>solution</translation>
    </message>
    <message>
        <source>lembrete do aceite</source>
        <translation>acceptance reminder</translation>
    </message>
    <message>
        <source>lembrete da resposta</source>
        <translation>answer reminder</translation>
    </message>
    <message>
        <source>pesquisa</source>
        <translation>survey</translation>
    </message>
    <message>
        <source>documento</source>
        <translation>document</translation>
    </message>
    <message>
        <source>atendimento recusado</source>
        <translation>service refused</translation>
    </message>
</context>
<context>
    <name>DesktopNews</name>
    <message numerus="yes">
        <source>%n novidade(s) nos seus chamados: {numbers}…</source>
        <translation>
            <numerusform>%n piece of news of your tickets: {numbers}…</numerusform>
            <numerusform>%n pieces of news of your tickets: {numbers}…</numerusform>
        </translation>
    </message>
    <message>
        <source>Seus chamados</source>
        <translation>Your tickets</translation>
    </message>
    <message>
        <source>vencido</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>agora é seu</source>
        <translation>is yours now</translation>
    </message>
    <message>
        <source>{level} do prazo usados</source>
        <translation>{level} of the target used</translation>
    </message>
    <message>
        <source>aviso de prazo: {level}</source>
        <translation>deadline warning: {level}</translation>
    </message>
    <message>
        <source>Ver</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>DirectoryDialog</name>
    <message>
        <source>Áreas de atendimento</source>
        <translation>Service areas</translation>
    </message>
    <message>
        <source>área, equipe, telefone ou assunto</source>
        <translation>area, team, phone or subject</translation>
    </message>
    <message>
        <source>Procurar uma área</source>
        <translation>Find an area</translation>
    </message>
    <message>
        <source>&amp;Fechar</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>área</source>
        <translation>area</translation>
    </message>
    <message>
        <source>telefone</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>opções</source>
        <translation>options</translation>
    </message>
    <message>
        <source>atende</source>
        <translation>answers</translation>
    </message>
    <message>
        <source>observação</source>
        <translation>note</translation>
    </message>
    <message>
        <source>agora</source>
        <translation>now</translation>
    </message>
    <message>
        <source>volta {when}</source>
        <translation>back {when}</translation>
    </message>
    <message>
        <source>Copiado: {phone}</source>
        <translation>Copied: {phone}</translation>
    </message>
</context>
<context>
    <name>DueCell</name>
    <message>
        <source>aceite {days} d</source>
        <translation>accept. {days} d</translation>
    </message>
    <message>
        <source>cliente {days} d</source>
        <translation>client {days} d</translation>
    </message>
    <message>
        <source>? sem prazo</source>
        <translation>? no deadline</translation>
    </message>
    <message>
        <source>encerrado</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>encerrado fora do prazo</source>
        <translation>closed late</translation>
    </message>
    <message>
        <source>Prazo: {due}</source>
        <translation>Due: {due}</translation>
    </message>
    <message>
        <source>Não há prazo calculado; veja a aba Prazo</source>
        <translation>No deadline could be computed; see the tab Deadline</translation>
    </message>
    <message>
        <source>O relógio está parado; restam {left} úteis</source>
        <translation>The clock is stopped; {left} of working time left</translation>
    </message>
    <message>
        <source>Aceite até {limit}</source>
        <translation>Acceptance by {limit}</translation>
    </message>
    <message>
        <source>À espera do cliente desde {since}</source>
        <translation>Waiting for the client since {since}</translation>
    </message>
    <message>
        <source>Fora do horário: volta {opens}</source>
        <translation>Outside hours: back {opens}</translation>
    </message>
    <message>
        <source>Vencido</source>
        <translation>Overdue</translation>
    </message>
</context>
<context>
    <name>DutyDialog</name>
    <message>
        <source>Plantão {window} · {day}</source>
        <translation>On duty {window} · {day}</translation>
    </message>
    <message>
        <source>nome…</source>
        <translation>name…</translation>
    </message>
    <message>
        <source>Filtrar pessoas</source>
        <translation>Filter people</translation>
    </message>
    <message>
        <source>Pessoas neste plantão</source>
        <translation>People on duty here</translation>
    </message>
    <message>
        <source>&amp;Salvar escala</source>
        <translation>&amp;Save roster</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>DutyWatch</name>
    <message>
        <source>vago</source>
        <translation>vacant</translation>
    </message>
    <message>
        <source>plantão agora: {names} · até {time}</source>
        <translation>on duty now: {names} · until {time}</translation>
    </message>
</context>
<context>
    <name>ExportTimesForm</name>
    <message>
        <source>Exportar apontamentos</source>
        <translation>Export entries</translation>
    </message>
    <message>
        <source>&amp;Exportar</source>
        <translation>&amp;Export</translation>
    </message>
    <message>
        <source>A tabela tem as colunas da importação, e o demonstrativo que já cobrou.</source>
        <translation>The table has the columns of the import, and the statement that billed.</translation>
    </message>
    <message>
        <source>A &amp;partir de</source>
        <translation>F&amp;rom</translation>
    </message>
    <message>
        <source>A&amp;té</source>
        <translation>&amp;To</translation>
    </message>
    <message>
        <source>Ar&amp;quivo</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>E&amp;scolher o arquivo…</source>
        <translation>C&amp;hoose the file…</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Tabela (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
</context>
<context>
    <name>FailureDetails</name>
    <message>
        <source>Detalhes da falha</source>
        <translation>Details of the failure</translation>
    </message>
    <message>
        <source>Detalhes</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Registro: {path}</source>
        <translation>Log: {path}</translation>
    </message>
    <message>
        <source>&amp;Copiar</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>Fechar</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Algo falhou no programa e o ato não foi concluído. O que já estava salvo continua salvo.</source>
        <translation>Something failed in the program and the act was not completed. What was saved stays saved.</translation>
    </message>
    <message>
        <source>Sem permissão para usar {name}; escolha outro lugar ou peça acesso.</source>
        <translation>No permission to use {name}; choose another place or ask for access.</translation>
    </message>
    <message>
        <source>{name} não foi encontrado; verifique o nome e a pasta.</source>
        <translation>{name} was not found; check the name and the folder.</translation>
    </message>
    <message>
        <source>O sistema recusou uma operação com arquivo {name}; verifique o disco e tente de novo.</source>
        <translation>The system refused an operation with file {name}; check the disk and try again.</translation>
    </message>
</context>
<context>
    <name>FilesRow</name>
    <message>
        <source>Ane&amp;xar…</source>
        <translation>Attac&amp;h…</translation>
    </message>
    <message>
        <source>Colar</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Tirar anexos</source>
        <translation>Remove files</translation>
    </message>
    <message>
        <source>arraste arquivos para cá</source>
        <translation>drag files here</translation>
    </message>
    <message>
        <source>Anexar arquivos</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>Não há arquivo nem imagem para colar</source>
        <translation>There is no file or picture to paste</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>equipe</source>
        <translation>team</translation>
    </message>
    <message>
        <source>severidade</source>
        <translation>severity</translation>
    </message>
    <message>
        <source>situação</source>
        <translation>status</translation>
    </message>
    <message>
        <source>produto</source>
        <translation>product</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>dono</source>
        <translation>assignee</translation>
    </message>
    <message>
        <source>Procurar na fila…</source>
        <translation>Search the queue…</translation>
    </message>
</context>
<context>
    <name>ForecastWords</name>
    <message>
        <source>não haveria prazo ({reason}).</source>
        <translation>there would be no deadline ({reason}).</translation>
    </message>
    <message>
        <source>o relógio continuaria parado, com {left} úteis.</source>
        <translation>the clock would stay stopped, with {left} of working time left.</translation>
    </message>
    <message>
        <source>o prazo calculado seria {due}; continua a valer o combinado.</source>
        <translation>the computed deadline would be {due}; the agreed one still holds.</translation>
    </message>
    <message>
        <source>, já vencido</source>
        <translation>, already overdue</translation>
    </message>
    <message>
        <source>o prazo seria {due}{late}.</source>
        <translation>it would be due {due}{late}.</translation>
    </message>
</context>
<context>
    <name>ForgetForm</name>
    <message>
        <source>Anonimizar {name}</source>
        <translation>Anonymise {name}</translation>
    </message>
    <message>
        <source>&amp;Anonimizar</source>
        <translation>&amp;Anonymise</translation>
    </message>
    <message>
        <source>Nome, CPF, e-mail, telefone e o que a pessoa disse e escreveu são apagados. Os chamados, os prazos e o faturamento ficam. Isto não se desfaz.</source>
        <translation>Name, CPF, e-mail, phone and what the person said and wrote are erased. Tickets, deadlines and billing stay. This cannot be undone.</translation>
    </message>
    <message>
        <source>Digite o &amp;nome</source>
        <translation>Type the &amp;name</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Histórico do calendário · {team}</source>
        <translation>History of the calendar · {team}</translation>
    </message>
    <message>
        <source>Revisões</source>
        <translation>Revisions</translation>
    </message>
    <message>
        <source>Como era</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Como ficou</source>
        <translation>After</translation>
    </message>
    <message>
        <source>&amp;Desfazer a última mudança…</source>
        <translation>&amp;Undo the last change…</translation>
    </message>
    <message>
        <source>&amp;Fechar</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>nº</source>
        <translation>no.</translation>
    </message>
    <message>
        <source>quando</source>
        <translation>when</translation>
    </message>
    <message>
        <source>quem</source>
        <translation>who</translation>
    </message>
    <message>
        <source>motivo</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>fonte</source>
        <translation>source</translation>
    </message>
    <message>
        <source>O calendário com que a mesa começou.</source>
        <translation>The calendar the desk began with.</translation>
    </message>
    <message>
        <source>semana de {day}</source>
        <translation>week of {day}</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Histórico do chamado</source>
        <translation>History of the ticket</translation>
    </message>
    <message>
        <source>quando</source>
        <translation>when</translation>
    </message>
    <message>
        <source>ato</source>
        <translation>act</translation>
    </message>
    <message>
        <source>quem</source>
        <translation>who</translation>
    </message>
    <message>
        <source>canal</source>
        <translation>channel</translation>
    </message>
    <message>
        <source>registrado em {recorded}</source>
        <translation>recorded on {recorded}</translation>
    </message>
    <message>
        <source>evento {seq}, mesa {desk}</source>
        <translation>event {seq}, desk {desk}</translation>
    </message>
    <message>
        <source>sem dono</source>
        <translation>no owner</translation>
    </message>
</context>
<context>
    <name>HolidayForm</name>
    <message>
        <source>Feriado</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>&amp;Ver o que muda</source>
        <translation>Show what chan&amp;ges</translation>
    </message>
    <message>
        <source>Incluir um feriado</source>
        <translation>Add a holiday</translation>
    </message>
    <message>
        <source>Tirar: {name}</source>
        <translation>Remove: {name}</translation>
    </message>
    <message>
        <source>Mudar de dia: {name}</source>
        <translation>Move: {name}</translation>
    </message>
    <message>
        <source>&amp;O que fazer</source>
        <translation>&amp;What to do</translation>
    </message>
    <message>
        <source>&amp;Dia, ou o dia novo</source>
        <translation>&amp;Day, or the new day</translation>
    </message>
    <message>
        <source>&amp;Nome</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>só para incluir</source>
        <translation>only when adding</translation>
    </message>
    <message>
        <source>&amp;Tipo</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>HoursForm</name>
    <message>
        <source>&amp;Segunda</source>
        <translation>&amp;Monday</translation>
    </message>
    <message>
        <source>&amp;Terça</source>
        <translation>&amp;Tuesday</translation>
    </message>
    <message>
        <source>&amp;Quarta</source>
        <translation>&amp;Wednesday</translation>
    </message>
    <message>
        <source>Qui&amp;nta</source>
        <translation>T&amp;hursday</translation>
    </message>
    <message>
        <source>Se&amp;xta</source>
        <translation>&amp;Friday</translation>
    </message>
    <message>
        <source>Sá&amp;bado</source>
        <translation>&amp;Saturday</translation>
    </message>
    <message>
        <source>&amp;Domingo</source>
        <translation>S&amp;unday</translation>
    </message>
    <message>
        <source>Horários da equipe</source>
        <translation>Hours of the team</translation>
    </message>
    <message>
        <source>&amp;Ver o que muda</source>
        <translation>Show what chan&amp;ges</translation>
    </message>
    <message>
        <source>Janelas como 08:00-12:00, 12:00-13:30 plantão; vazio é fechado, 24:00 é o fim do dia. Nada muda antes da data de início (SLA-11).</source>
        <translation>Windows such as 08:00-12:00, 12:00-13:30 plantão; empty is closed, 24:00 is the end of the day. Nothing changes before the first date (SLA-11).</translation>
    </message>
    <message>
        <source>A pa&amp;rtir de</source>
        <translation>F&amp;rom</translation>
    </message>
    <message>
        <source>fechado</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>Janelas da semana</source>
        <translation>Windows of the week</translation>
    </message>
    <message>
        <source>O &amp;plantão conta no prazo (CAL-2)</source>
        <translation>&amp;On-duty time counts (CAL-2)</translation>
    </message>
    <message>
        <source>Feriados na&amp;cionais</source>
        <translation>&amp;National holidays</translation>
    </message>
    <message>
        <source>Feriados &amp;locais</source>
        <translation>&amp;Local holidays</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>IdentifyDialog</name>
    <message>
        <source>Identificar quem liga</source>
        <translation>Identify the caller</translation>
    </message>
    <message>
        <source>&amp;Identificar</source>
        <translation>&amp;Identify</translation>
    </message>
    <message>
        <source>&amp;Senha</source>
        <translation>Pass&amp;word</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>ImportClientsDialog</name>
    <message>
        <source>Importar clientes e contatos</source>
        <translation>Import clients and contacts</translation>
    </message>
    <message>
        <source>Um CSV cuja primeira linha dá as colunas: client, cnpj, city, state, contract, valid_from, valid_until, overdue, contact, email, cpf, phone, active, permissions.</source>
        <translation>A CSV whose first line names the columns: client, cnpj, city, state, contract, valid_from, valid_until, overdue, contact, email, cpf, phone, active, permissions.</translation>
    </message>
    <message>
        <source>Lendo a tabela</source>
        <translation>Reading the table</translation>
    </message>
    <message numerus="yes">
        <source>só das primeiras %n linha(s)</source>
        <translation>
            <numerusform>of the first line only</numerusform>
            <numerusform>of the first %n lines only</numerusform>
        </translation>
    </message>
    <message>
        <source>Importando clientes</source>
        <translation>Importing clients</translation>
    </message>
    <message>
        <source>Importado: {counts}</source>
        <translation>Imported: {counts}</translation>
    </message>
    <message numerus="yes">
        <source>%n linha(s) ficaram de fora; corrija-as e importe de novo</source>
        <translation>
            <numerusform>%n line was left out; mend it and import again</numerusform>
            <numerusform>%n lines were left out; mend them and import again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cliente(s) novo(s)</source>
        <translation>
            <numerusform>%n new client</numerusform>
            <numerusform>%n new clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contato(s) novo(s)</source>
        <translation>
            <numerusform>%n new contact</numerusform>
            <numerusform>%n new contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n atualizado(s)</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linha(s) recusada(s)</source>
        <translation>
            <numerusform>%n line refused</numerusform>
            <numerusform>%n lines refused</numerusform>
        </translation>
    </message>
    <message>
        <source>nada muda: tudo já estava aqui</source>
        <translation>nothing changes: all of it was here already</translation>
    </message>
    <message>
        <source>linha</source>
        <translation>line</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>contato</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>o que acontece</source>
        <translation>what happens</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Importar registro de chamados</source>
        <translation>Import a ticket log</translation>
    </message>
    <message>
        <source>Andamento da importação</source>
        <translation>Progress of the import</translation>
    </message>
    <message>
        <source>&amp;Importar</source>
        <translation>&amp;Import</translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation>Ca&amp;ncel</translation>
    </message>
    <message>
        <source>CSV, também em .gz; pode ser solto nesta janela.</source>
        <translation>CSV, packed as .gz too; it can be dropped on this window.</translation>
    </message>
    <message>
        <source>Diz o que é cada coluna e o que significa cada valor.</source>
        <translation>It says what each column is and what each value means.</translation>
    </message>
    <message>
        <source>O arquivo não tem a coluna “{column}”; escolha outro arquivo ou mapeamento.</source>
        <translation>The file has no column “{column}”; choose another file or mapping.</translation>
    </message>
    <message numerus="yes">
        <source>%n coluna(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n com um papel</source>
        <translation>
            <numerusform>%n of them with a part</numerusform>
            <numerusform>%n of them with a part</numerusform>
        </translation>
    </message>
    <message>
        <source>Lendo o arquivo</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>Gravando os chamados</source>
        <translation>Saving the tickets</translation>
    </message>
    <message>
        <source>Importando {file}</source>
        <translation>Importing {file}</translation>
    </message>
    <message>
        <source>A importação terminou antes de parar: nada falta.</source>
        <translation>The import ended before it could be stopped: nothing is missing.</translation>
    </message>
    <message>
        <source>Ver a &amp;fila</source>
        <translation>See the &amp;queue</translation>
    </message>
    <message>
        <source>Importação interrompida: o que já foi gravado está inteiro.</source>
        <translation>Import stopped: what was saved by then is whole.</translation>
    </message>
    <message>
        <source>Importar de novo acrescenta só o que falta.</source>
        <translation>Importing again adds only what is missing.</translation>
    </message>
    <message>
        <source>Começando…</source>
        <translation>Starting…</translation>
    </message>
    <message>
        <source>Interrom&amp;per</source>
        <translation>Sto&amp;p</translation>
    </message>
</context>
<context>
    <name>ImportForm</name>
    <message>
        <source>Registro público de help desk (vem com o programa)</source>
        <translation>Public help-desk log (comes with the program)</translation>
    </message>
    <message>
        <source>Outro, descrito por um arquivo TOML</source>
        <translation>Another one, described by a TOML file</translation>
    </message>
    <message>
        <source>Arquivo TOML do mapeamento</source>
        <translation>TOML file of the mapping</translation>
    </message>
    <message>
        <source>arquivo .toml</source>
        <translation>.toml file</translation>
    </message>
    <message>
        <source>vazio: até o fim do registro</source>
        <translation>empty: up to the end of the log</translation>
    </message>
    <message>
        <source>&amp;Escolher…</source>
        <translation>&amp;Choose…</translation>
    </message>
    <message>
        <source>Esc&amp;olher…</source>
        <translation>Ch&amp;oose…</translation>
    </message>
    <message>
        <source>Registros (*.csv *.gz *.txt)</source>
        <translation>Logs (*.csv *.gz *.txt)</translation>
    </message>
    <message>
        <source>Todos os arquivos (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Arquivo a importar</source>
        <translation>File to import</translation>
    </message>
    <message>
        <source>Mapeamentos (*.toml)</source>
        <translation>Mappings (*.toml)</translation>
    </message>
    <message>
        <source>Arquivo do mapeamento</source>
        <translation>Mapping file</translation>
    </message>
    <message>
        <source>&amp;Arquivo</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Mapeamento</source>
        <translation>&amp;Mapping</translation>
    </message>
    <message>
        <source>Como estava a&amp;té</source>
        <translation>As it stood a&amp;t</translation>
    </message>
    <message>
        <source>Entra o que houve até {moment}, hora de Brasília.</source>
        <translation>Takes in what happened up to {moment}, Brasília time.</translation>
    </message>
</context>
<context>
    <name>ImportOutcome</name>
    <message>
        <source>Eventos por tipo</source>
        <translation>Events by kind</translation>
    </message>
    <message>
        <source>Linhas recusadas</source>
        <translation>Refused lines</translation>
    </message>
    <message>
        <source>Fora das regras</source>
        <translation>Against the rules</translation>
    </message>
    <message>
        <source>&amp;Copiar</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>Sal&amp;var como CSV…</source>
        <translation>Sa&amp;ve as CSV…</translation>
    </message>
    <message>
        <source>Resultado da importação</source>
        <translation>Outcome of the import</translation>
    </message>
    <message>
        <source>Salvar as linhas recusadas</source>
        <translation>Save the refused lines</translation>
    </message>
    <message>
        <source>Planilhas CSV (*.csv)</source>
        <translation>CSV tables (*.csv)</translation>
    </message>
    <message>
        <source>linhas recusadas.csv</source>
        <translation>refused lines.csv</translation>
    </message>
    <message>
        <source>Nada de novo: tudo o que pôde ser lido já estava aqui.</source>
        <translation>Nothing new: all that could be read was here already.</translation>
    </message>
    <message>
        <source>{tickets} e {events} importados de {rows}.</source>
        <translation>{tickets} and {events} imported from {rows}.</translation>
    </message>
    <message numerus="yes">
        <source>%n chamado(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evento(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linha(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>ficaram abertos: {n}</source>
        <translation>left open: {n}</translation>
    </message>
    <message>
        <source>linhas recusadas: {n}</source>
        <translation>refused lines: {n}</translation>
    </message>
    <message>
        <source>já estavam aqui: {n}</source>
        <translation>already here: {n}</translation>
    </message>
    <message>
        <source>sem mudança: {n}</source>
        <translation>without change: {n}</translation>
    </message>
    <message>
        <source>ignoradas pelo mapeamento: {n}</source>
        <translation>ignored by the mapping: {n}</translation>
    </message>
    <message>
        <source>posteriores ao instante pedido: {n}</source>
        <translation>after the instant asked for: {n}</translation>
    </message>
    <message>
        <source>o que aconteceu</source>
        <translation>what happened</translation>
    </message>
    <message>
        <source>eventos</source>
        <translation>events</translation>
    </message>
    <message>
        <source>E&amp;ventos por tipo</source>
        <translation>&amp;Events by kind</translation>
    </message>
    <message>
        <source>linha</source>
        <translation>line</translation>
    </message>
    <message>
        <source>motivo</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>Linhas recusadas ({n})</source>
        <translation>Refused lines ({n})</translation>
    </message>
    <message>
        <source>importado como aconteceu, embora as regras o recusassem</source>
        <translation>imported as it happened, although the rules would refuse it</translation>
    </message>
    <message>
        <source>vezes</source>
        <translation>times</translation>
    </message>
    <message>
        <source>por exemplo</source>
        <translation>for example</translation>
    </message>
    <message>
        <source>Fora das regras ({n})</source>
        <translation>Against the rules ({n})</translation>
    </message>
    <message>
        <source>Linhas recusadas copiadas</source>
        <translation>Refused lines copied</translation>
    </message>
    <message>
        <source>Linhas recusadas salvas</source>
        <translation>Refused lines saved</translation>
    </message>
</context>
<context>
    <name>ImportParts</name>
    <message>
        <source>chamado</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>quando</source>
        <translation>when</translation>
    </message>
    <message>
        <source>atividade</source>
        <translation>activity</translation>
    </message>
    <message>
        <source>situação</source>
        <translation>state</translation>
    </message>
    <message>
        <source>analista</source>
        <translation>analyst</translation>
    </message>
    <message>
        <source>severidade</source>
        <translation>severity</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>produto</source>
        <translation>product</translation>
    </message>
    <message>
        <source>equipe</source>
        <translation>team</translation>
    </message>
    <message>
        <source>resumo</source>
        <translation>summary</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Primeiras linhas do arquivo</source>
        <translation>First lines of the file</translation>
    </message>
    <message>
        <source>Aqui aparecem as primeiras linhas</source>
        <translation>The first lines will stand here</translation>
    </message>
    <message>
        <source>Cada coluna com o seu papel, e o que o mapeamento não conhece. Até aqui nada é gravado.</source>
        <translation>Each column with its part, and what the mapping does not know. Nothing is saved yet.</translation>
    </message>
    <message>
        <source>linha</source>
        <translation>line</translation>
    </message>
    <message>
        <source>o que será</source>
        <translation>becomes</translation>
    </message>
    <message>
        <source>recusada</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>ignorada</source>
        <translation>ignored</translation>
    </message>
    <message numerus="yes">
        <source>%n linha(s) examinada(s)</source>
        <translation>
            <numerusform>%n line examined</numerusform>
            <numerusform>%n lines examined</numerusform>
        </translation>
    </message>
    <message>
        <source>{looked}; o mapeamento conhece todos os valores.</source>
        <translation>{looked}; the mapping knows every value.</translation>
    </message>
    <message numerus="yes">
        <source>e mais %n</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>{looked}; o mapeamento não conhece {values}. Estas linhas serão recusadas.</source>
        <translation>{looked}; the mapping does not know {values}. Those lines will be refused.</translation>
    </message>
</context>
<context>
    <name>ImportTimesDialog</name>
    <message>
        <source>Importar apontamentos</source>
        <translation>Import entries</translation>
    </message>
    <message>
        <source>Um CSV cuja primeira linha dá as colunas. Chamado, pessoa e início são necessários, com o fim ou os minutos.</source>
        <translation>A CSV whose first line names the columns. Ticket, person and start are needed, with the end or the minutes.</translation>
    </message>
    <message>
        <source>não há</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Lendo a tabela</source>
        <translation>Reading the table</translation>
    </message>
    <message>
        <source>Importando apontamentos</source>
        <translation>Importing entries</translation>
    </message>
    <message>
        <source>Importado: {counts}</source>
        <translation>Imported: {counts}</translation>
    </message>
    <message numerus="yes">
        <source>%n linha(s) ficaram de fora; corrija-as e importe de novo</source>
        <translation>
            <numerusform>%n line was left out; correct it and import again</numerusform>
            <numerusform>%n lines were left out; correct them and import again</numerusform>
        </translation>
    </message>
    <message>
        <source>Importação interrompida: o que já entrou ficou, o resto está aqui</source>
        <translation>Import stopped: what went in stays, the rest is here</translation>
    </message>
    <message numerus="yes">
        <source>%n apontamento(s) novo(s)</source>
        <translation>
            <numerusform>%n new entry</numerusform>
            <numerusform>%n new entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sem cobrança</source>
        <translation>
            <numerusform>%n not billed</numerusform>
            <numerusform>%n not billed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n já importado(s)</source>
        <translation>
            <numerusform>%n imported before</numerusform>
            <numerusform>%n imported before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n linha(s) recusada(s)</source>
        <translation>
            <numerusform>%n line refused</numerusform>
            <numerusform>%n lines refused</numerusform>
        </translation>
    </message>
    <message>
        <source>nada a importar</source>
        <translation>nothing to import</translation>
    </message>
    <message>
        <source>linha</source>
        <translation>line</translation>
    </message>
    <message>
        <source>chamado</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>pessoa</source>
        <translation>person</translation>
    </message>
    <message>
        <source>tempo</source>
        <translation>time</translation>
    </message>
    <message>
        <source>o que acontece</source>
        <translation>what happens</translation>
    </message>
    <message>
        <source>novo</source>
        <translation>new</translation>
    </message>
</context>
<context>
    <name>ImportUntil</name>
    <message>
        <source>Esta data não existe no calendário.</source>
        <translation>This date does not exist in the calendar.</translation>
    </message>
    <message>
        <source>Escreva dia e hora como 01/03/2013 14:00, ou deixe vazio.</source>
        <translation>Write day and time as 01/03/2013 14:00 (day first), or leave it empty.</translation>
    </message>
</context>
<context>
    <name>IndexForm</name>
    <message>
        <source>Mês do IGP-M</source>
        <translation>Month of the IGP-M</translation>
    </message>
    <message>
        <source>&amp;Guardar mês</source>
        <translation>&amp;Keep month</translation>
    </message>
    <message>
        <source>O índice é conhecido até {month}. Um mês que se digita vale mais que o de fábrica.</source>
        <translation>The index is known up to {month}. A month that is typed goes before the shipped one.</translation>
    </message>
    <message>
        <source>&amp;Mês</source>
        <translation>&amp;Month</translation>
    </message>
    <message>
        <source>&amp;Variação</source>
        <translation>&amp;Variation</translation>
    </message>
    <message>
        <source>&amp;Fonte</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>onde você leu</source>
        <translation>where you read it</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>LocalHolidaysDialog</name>
    <message>
        <source>Feriados locais e importados · {team}</source>
        <translation>Local and imported holidays · {team}</translation>
    </message>
    <message>
        <source>Estado</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Cidade</source>
        <translation>City</translation>
    </message>
    <message>
        <source>&amp;Propor os feriados do local</source>
        <translation>&amp;Propose the holidays of the place</translation>
    </message>
    <message>
        <source>&amp;Importar arquivo…</source>
        <translation>&amp;Import a file…</translation>
    </message>
    <message>
        <source>&amp;Confirmar…</source>
        <translation>C&amp;onfirm…</translation>
    </message>
    <message>
        <source>&amp;Dispensar</source>
        <translation>&amp;Dismiss</translation>
    </message>
    <message>
        <source>Feriados à espera de confirmação</source>
        <translation>Holidays waiting to be confirmed</translation>
    </message>
    <message>
        <source>&amp;Fechar</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Nada do que é proposto vale antes de ser confirmado, um a um; o que se confirma mostra antes quais prazos mudam.</source>
        <translation>Nothing proposed holds before it is confirmed, one by one; what is confirmed shows first which deadlines move.</translation>
    </message>
    <message>
        <source>estado</source>
        <translation>state</translation>
    </message>
    <message>
        <source>cidade</source>
        <translation>city</translation>
    </message>
    <message>
        <source>quando</source>
        <translation>when</translation>
    </message>
    <message>
        <source>feriado</source>
        <translation>holiday</translation>
    </message>
    <message>
        <source>tipo</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>origem</source>
        <translation>origin</translation>
    </message>
    <message>
        <source>Nada à espera. Escolha o local da equipe ou um arquivo.</source>
        <translation>Nothing waits. Choose the team&apos;s place or a file.</translation>
    </message>
    <message>
        <source>Arquivo de feriados</source>
        <translation>File of holidays</translation>
    </message>
    <message>
        <source>Feriados (*.ics *.csv)</source>
        <translation>Holidays (*.ics *.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n proposto(s)</source>
        <translation>
            <numerusform>%n proposed</numerusform>
            <numerusform>%n proposed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n já conhecido(s)</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message>
        <source>linha {place}: {why}</source>
        <translation>line {place}: {why}</translation>
    </message>
</context>
<context>
    <name>MailForm</name>
    <message>
        <source>As mensagens saem por este servidor SMTP a cada minuto. Sem ele ficam em Mensagens, onde podem ser lidas e copiadas.</source>
        <translation>Messages go out through this SMTP server every minute. Without it they stay in Messages, where they can be read and copied.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>STARTTLS (comum)</source>
        <translation>STARTTLS (usual)</translation>
    </message>
    <message>
        <source>TLS desde o início</source>
        <translation>TLS from the start</translation>
    </message>
    <message>
        <source>nenhuma: só em rede própria</source>
        <translation>none: on your own network only</translation>
    </message>
    <message>
        <source>Se&amp;rvidor</source>
        <translation>Se&amp;rver</translation>
    </message>
    <message>
        <source>&amp;Proteção</source>
        <translation>&amp;Protection</translation>
    </message>
    <message>
        <source>P&amp;orta</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Usuário</source>
        <translation>&amp;User</translation>
    </message>
    <message>
        <source>Se&amp;nha</source>
        <translation>Pass&amp;word</translation>
    </message>
    <message>
        <source>Fica no cofre do sistema, nunca no banco. Vazia não muda a guardada.</source>
        <translation>Kept in the system&apos;s safe, never in the database. Left empty, the kept one stays.</translation>
    </message>
    <message>
        <source>Endereço de quem en&amp;via</source>
        <translation>Sender&apos;s a&amp;ddress</translation>
    </message>
    <message>
        <source>No&amp;me de quem envia</source>
        <translation>Sender&apos;s na&amp;me</translation>
    </message>
    <message>
        <source>&amp;Salvar e-mail</source>
        <translation>&amp;Save e-mail</translation>
    </message>
    <message>
        <source>&amp;Testar a conexão</source>
        <translation>&amp;Test the connection</translation>
    </message>
    <message>
        <source>Não usar e-mail</source>
        <translation>Use no e-mail</translation>
    </message>
    <message>
        <source>E-mail salvo</source>
        <translation>E-mail saved</translation>
    </message>
    <message>
        <source>As mensagens ficam guardadas</source>
        <translation>The messages are kept</translation>
    </message>
    <message>
        <source>Conectando a {host}…</source>
        <translation>Connecting to {host}…</translation>
    </message>
    <message>
        <source>O servidor respondeu e aceitou o acesso. Nenhuma mensagem foi enviada.</source>
        <translation>The server answered and let us in. No message was sent.</translation>
    </message>
    <message>
        <source>Enviar por e-mail</source>
        <translation>Send by e-mail</translation>
    </message>
    <message>
        <source>&amp;Enviar</source>
        <translation>&amp;Send</translation>
    </message>
    <message>
        <source>{title} nº {number}, {subject}</source>
        <translation>{title} no. {number}, {subject}</translation>
    </message>
    <message>
        <source>&amp;Para</source>
        <translation>&amp;To</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Bancada</source>
        <translation>Bancada</translation>
    </message>
    <message>
        <source>{page} · Bancada</source>
        <translation>{page} · Bancada</translation>
    </message>
</context>
<context>
    <name>ManifestationDialog</name>
    <message>
        <source>Manifestação à Ouvidoria</source>
        <translation>Word to the ombudsman</translation>
    </message>
    <message>
        <source>&amp;Registrar</source>
        <translation>&amp;Record</translation>
    </message>
    <message>
        <source>reclamação</source>
        <translation>complaint</translation>
    </message>
    <message>
        <source>elogio</source>
        <translation>praise</translation>
    </message>
    <message>
        <source>&amp;Tipo</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>&amp;Cliente</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>nome ou CNPJ</source>
        <translation>name or CNPJ</translation>
    </message>
    <message>
        <source>C&amp;ontato</source>
        <translation>C&amp;ontact</translation>
    </message>
    <message>
        <source>e-mail, CPF ou nome</source>
        <translation>e-mail, CPF or name</translation>
    </message>
    <message>
        <source>Ca&amp;nal</source>
        <translation>Cha&amp;nnel</translation>
    </message>
    <message>
        <source>O que a &amp;pessoa disse</source>
        <translation>What the &amp;person said</translation>
    </message>
    <message>
        <source>números dos chamados em que a área foi procurada</source>
        <translation>numbers of the tickets in which the area was called</translation>
    </message>
    <message>
        <source>C&amp;hamados</source>
        <translation>&amp;Tickets</translation>
    </message>
    <message>
        <source>&amp;Documento</source>
        <translation>&amp;Document</translation>
    </message>
    <message>
        <source>ou o documento que prova</source>
        <translation>or the document that proves it</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Manifestação registrada: chamado {n:08d} da Ouvidoria</source>
        <translation>Recorded: ticket {n:08d} of the ombudsman</translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message>
        <source>Mensagens</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Nenhuma mensagem</source>
        <translation>No message</translation>
    </message>
    <message>
        <source>Aqui ficam as mensagens que saem para os clientes: aberturas, respostas, soluções, lembretes e pesquisas. Elas nascem com os atos nos chamados.</source>
        <translation>Messages to clients stand here: openings, answers, solutions, reminders and surveys. They are born of the acts on tickets.</translation>
    </message>
    <message>
        <source>endereço de quem recebe</source>
        <translation>the recipient&apos;s address</translation>
    </message>
    <message>
        <source>Para</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Texto da mensagem</source>
        <translation>Text of the message</translation>
    </message>
    <message>
        <source>O contato não tem endereço registrado</source>
        <translation>The contact has no registered address</translation>
    </message>
    <message>
        <source>situação</source>
        <translation>standing</translation>
    </message>
    <message>
        <source>mensagem</source>
        <translation>message</translation>
    </message>
    <message>
        <source>para</source>
        <translation>to</translation>
    </message>
    <message>
        <source>assunto</source>
        <translation>subject</translation>
    </message>
    <message>
        <source>criada em</source>
        <translation>created</translation>
    </message>
    <message>
        <source>tentativas</source>
        <translation>tries</translation>
    </message>
    <message>
        <source>nenhuma mensagem</source>
        <translation>no message</translation>
    </message>
    <message numerus="yes">
        <source>%n mensagem(ns)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as %n mensagem(ns) mais novas</source>
        <translation>
            <numerusform>the newest message</numerusform>
            <numerusform>the %n newest messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n espera(m) por uma pessoa</source>
        <translation>
            <numerusform>%n waits for a person</numerusform>
            <numerusform>%n wait for a person</numerusform>
        </translation>
    </message>
    <message>
        <source>chamado {number}</source>
        <translation>ticket {number}</translation>
    </message>
    <message>
        <source>enviada em {at}</source>
        <translation>sent at {at}</translation>
    </message>
    <message>
        <source>próxima tentativa em {at}</source>
        <translation>next try at {at}</translation>
    </message>
    <message>
        <source>Mensagem atualizada</source>
        <translation>Message updated</translation>
    </message>
    <message>
        <source>Mensagem copiada</source>
        <translation>Message copied</translation>
    </message>
</context>
<context>
    <name>NavigationBar</name>
    <message>
        <source>Ir para {page}</source>
        <translation>Go to {page}</translation>
    </message>
    <message>
        <source>Comandos  {key}</source>
        <translation>Commands  {key}</translation>
    </message>
    <message>
        <source>Comandos</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Pr&amp;eferências</source>
        <translation>Pr&amp;eferences</translation>
    </message>
</context>
<context>
    <name>NewTicket</name>
    <message>
        <source>impede a operação</source>
        <translation>prevents operation</translation>
    </message>
    <message>
        <source>restrição severa</source>
        <translation>severe restriction</translation>
    </message>
    <message>
        <source>restrição menor</source>
        <translation>minor restriction</translation>
    </message>
    <message>
        <source>estética ou dúvida</source>
        <translation>cosmetic or question</translation>
    </message>
    <message>
        <source>cliente em produção</source>
        <translation>client in production</translation>
    </message>
    <message>
        <source>implantação</source>
        <translation>implantation</translation>
    </message>
    <message>
        <source>base de teste</source>
        <translation>test base</translation>
    </message>
    <message>
        <source>nome ou CNPJ</source>
        <translation>name or CNPJ</translation>
    </message>
    <message>
        <source>&amp;Cliente</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>Con&amp;tato</source>
        <translation>Con&amp;tact</translation>
    </message>
    <message>
        <source>Ca&amp;nal</source>
        <translation>Cha&amp;nnel</translation>
    </message>
    <message>
        <source>&amp;Resumo</source>
        <translation>&amp;Summary</translation>
    </message>
    <message>
        <source>&amp;Descrição</source>
        <translation>&amp;Description</translation>
    </message>
    <message>
        <source>&amp;Módulo</source>
        <translation>&amp;Module</translation>
    </message>
    <message>
        <source>R&amp;otina</source>
        <translation>R&amp;outine</translation>
    </message>
    <message>
        <source>&amp;Versão</source>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <source>Am&amp;biente</source>
        <translation>Environm&amp;ent</translation>
    </message>
    <message>
        <source>Cate&amp;goria</source>
        <translation>Cate&amp;gory</translation>
    </message>
    <message>
        <source>Or&amp;igem</source>
        <translation>Or&amp;igin</translation>
    </message>
    <message>
        <source>&amp;Efeito</source>
        <translation>E&amp;ffect</translation>
    </message>
    <message>
        <source>&amp;Severidade</source>
        <translation>&amp;Severity</translation>
    </message>
    <message>
        <source>&amp;Motivo</source>
        <translation>Re&amp;ason</translation>
    </message>
    <message>
        <source>a da tabela</source>
        <translation>the table&apos;s</translation>
    </message>
    <message>
        <source>Brasil</source>
        <translation>Brazil</translation>
    </message>
    <message>
        <source>há &amp;solução de contorno</source>
        <translation>there is a &amp;workaround</translation>
    </message>
    <message>
        <source>há d&amp;ados corrompidos</source>
        <translation>data is corru&amp;pted</translation>
    </message>
    <message>
        <source>&amp;Linha</source>
        <translation>Product &amp;line</translation>
    </message>
    <message>
        <source>&amp;País</source>
        <translation>Countr&amp;y</translation>
    </message>
</context>
<context>
    <name>NewTicketDialog</name>
    <message>
        <source>Novo chamado</source>
        <translation>New ticket</translation>
    </message>
    <message>
        <source>Voltar</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>&amp;Identificar por CPF e senha…</source>
        <translation>&amp;Identify by CPF and password…</translation>
    </message>
    <message>
        <source>Encamin&amp;har</source>
        <translation>&amp;Refer elsewhere</translation>
    </message>
    <message>
        <source>Retomamos o que você tinha digitado</source>
        <translation>What you had typed is back</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>ao &amp;CST: pagamentos, boletos, cadastro</source>
        <translation>to &amp;CST: payments, bills, registration</translation>
    </message>
    <message>
        <source>ao &amp;executivo de contas (EAR): assunto comercial</source>
        <translation>to the &amp;account executive (EAR): a commercial matter</translation>
    </message>
    <message>
        <source>1 de 3 · quem</source>
        <translation>1 of 3 · who</translation>
    </message>
    <message>
        <source>2 de 3 · o quê</source>
        <translation>2 of 3 · what</translation>
    </message>
    <message>
        <source>3 de 3 · confirmar</source>
        <translation>3 of 3 · confirm</translation>
    </message>
    <message>
        <source>A&amp;brir chamado</source>
        <translation>&amp;Open ticket</translation>
    </message>
    <message>
        <source>Avançar</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>{name} identificou-se</source>
        <translation>{name} is identified</translation>
    </message>
    <message>
        <source>Encaminhamento registrado</source>
        <translation>Referral recorded</translation>
    </message>
    <message>
        <source>Resolvido por um artigo, sem abrir chamado</source>
        <translation>Solved by an article, no ticket opened</translation>
    </message>
    <message>
        <source>Resolvido pelo chamado {n:08d}, sem abrir outro</source>
        <translation>Solved by ticket {n:08d}, none opened</translation>
    </message>
    <message>
        <source>Chamado {n:08d} aberto</source>
        <translation>Ticket {n:08d} opened</translation>
    </message>
    <message>
        <source>Ver</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>OfertaForm</name>
    <message>
        <source>Atualização: a versão chegou ao portal em</source>
        <translation>Update: the release reached the portal on</translation>
    </message>
    <message>
        <source>Ambiente: contrato assinado em</source>
        <translation>Environment: contract signed on</translation>
    </message>
    <message>
        <source>Cópia do banco: pedida em</source>
        <translation>Database backup: asked for on</translation>
    </message>
    <message>
        <source>correção Alta ou Crítica</source>
        <translation>High or Critical fix</translation>
    </message>
    <message>
        <source>correção Média ou Baixa</source>
        <translation>Medium or Low fix</translation>
    </message>
    <message>
        <source>emergencial</source>
        <translation>emergency</translation>
    </message>
    <message>
        <source>Oferta P</source>
        <translation>Oferta P</translation>
    </message>
    <message>
        <source>&amp;Incluir no calendário</source>
        <translation>&amp;Put into the calendar</translation>
    </message>
    <message>
        <source>&amp;O que é</source>
        <translation>&amp;What it is</translation>
    </message>
    <message>
        <source>&amp;Dia</source>
        <translation>&amp;Day</translation>
    </message>
    <message>
        <source>&amp;Hora</source>
        <translation>&amp;Time</translation>
    </message>
    <message>
        <source>só ambiente dispensa</source>
        <translation>only an environment needs none</translation>
    </message>
    <message>
        <source>&amp;Cliente</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>só atualização dispensa</source>
        <translation>only an update needs none</translation>
    </message>
    <message>
        <source>&amp;Versão ou nota</source>
        <translation>&amp;Release or note</translation>
    </message>
    <message>
        <source>&amp;Tipo da versão</source>
        <translation>&amp;Kind of release</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>OmbudsmanPage</name>
    <message>
        <source>Manifestações</source>
        <translation>Manifestations</translation>
    </message>
    <message>
        <source>chamado</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>manifestação</source>
        <translation>manifestation</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>situação</source>
        <translation>standing</translation>
    </message>
    <message>
        <source>prazo</source>
        <translation>due</translation>
    </message>
    <message numerus="yes">
        <source>%n em aberto</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message>
        <source>Nenhuma manifestação</source>
        <translation>No manifestation</translation>
    </message>
    <message>
        <source>Aqui ficam os elogios e as reclamações que a Ouvidoria responde.</source>
        <translation>Praise and complaints that the Ombudsman answers stand here.</translation>
    </message>
    <message>
        <source>A Ouvidoria é vista só pelos seus</source>
        <translation>The Ombudsman&apos;s tickets are seen by its people alone</translation>
    </message>
    <message>
        <source>OUV-2: o que foi dito à Ouvidoria só aparece para quem é dela; troque de pessoa na Fila. Registrar uma manifestação, qualquer um pode.</source>
        <translation>OUV-2: what the Ombudsman was told shows to its people alone; let one of them sit down in Queue. Anybody may record a manifestation.</translation>
    </message>
</context>
<context>
    <name>OutcomeStep</name>
    <message>
        <source>sem prazo calculado</source>
        <translation>no deadline computed</translation>
    </message>
    <message>
        <source>Severidade: {severity}, pela tabela (SLA-1)</source>
        <translation>Severity: {severity}, by the table (SLA-1)</translation>
    </message>
    <message>
        <source>Severidade: {severity}, escolhida em vez da tabela (SLA-1)</source>
        <translation>Severity: {severity}, chosen instead of the table&apos;s (SLA-1)</translation>
    </message>
    <message>
        <source>Cliente: {client}</source>
        <translation>Client: {client}</translation>
    </message>
    <message>
        <source>Resumo: {summary}</source>
        <translation>Summary: {summary}</translation>
    </message>
    <message>
        <source>Equipe: {team}, pela regra {rule} (TKT-3)</source>
        <translation>Team: {team}, by the rule {rule} (TKT-3)</translation>
    </message>
    <message>
        <source>Previsão de atendimento: {due}</source>
        <translation>Forecast: {due}</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>&amp;Fila</source>
        <translation>&amp;Queue</translation>
    </message>
    <message>
        <source>Calendário</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Consultoria</source>
        <translation>Consulting</translation>
    </message>
    <message>
        <source>Clientes</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Relatórios</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Painel</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Ouvidoria</source>
        <translation>Ombudsman</translation>
    </message>
    <message>
        <source>Mensagens</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Configurações</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>&amp;Emitir</source>
        <translation>&amp;Issue</translation>
    </message>
    <message>
        <source>Emitindo o documento</source>
        <translation>Issuing the document</translation>
    </message>
    <message>
        <source>Emitido: nº {number}, código {code}. Fica guardado e não muda mais.</source>
        <translation>Issued: no. {number}, code {code}. It is kept and does not change any more.</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Documento</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Procurar no documento…</source>
        <translation>Search the document…</translation>
    </message>
    <message>
        <source>Diminuir</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Aumentar</source>
        <translation>Larger</translation>
    </message>
    <message numerus="yes">
        <source>%n lugar(es)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>Senha de {name}</source>
        <translation>Password of {name}</translation>
    </message>
    <message>
        <source>&amp;Guardar senha</source>
        <translation>&amp;Keep password</translation>
    </message>
    <message>
        <source>&amp;Senha</source>
        <translation>Pass&amp;word</translation>
    </message>
    <message>
        <source>ao menos 8 sinais</source>
        <translation>at least 8 signs</translation>
    </message>
    <message>
        <source>&amp;De novo</source>
        <translation>A&amp;gain</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>&amp;Salvar PDF…</source>
        <translation>&amp;Save PDF…</translation>
    </message>
    <message>
        <source>&amp;Imprimir…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>&amp;Fechar</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Salvar PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Documento (*.pdf)</source>
        <translation>Document (*.pdf)</translation>
    </message>
    <message>
        <source>Documento salvo: {file}</source>
        <translation>Document saved: {file}</translation>
    </message>
</context>
<context>
    <name>PeopleForm</name>
    <message>
        <source>Quem assina os atos. Gerente, administrador e ouvidor entram com um PIN. Enquanto ninguém administra a mesa, tudo é permitido a todos; depois, só gerente e administrador mudam regras, importam e tratam dados pessoais (SLA-11, LGPD), e só ouvidor vê a Ouvidoria (OUV-2).</source>
        <translation>Who signs the acts. Managers, administrators and ombudsmen show a PIN. Until somebody administers the desk, everything is allowed to everybody; then only managers and administrators change rules, import and handle personal data (SLA-11, LGPD), and only ombudsmen see the Ombudsman&apos;s tickets (OUV-2).</translation>
    </message>
    <message>
        <source>Pessoas</source>
        <translation>People</translation>
    </message>
    <message>
        <source>&amp;Nova pessoa…</source>
        <translation>&amp;New person…</translation>
    </message>
    <message>
        <source>M&amp;udar…</source>
        <translation>C&amp;hange…</translation>
    </message>
    <message>
        <source>nome</source>
        <translation>name</translation>
    </message>
    <message>
        <source>papel</source>
        <translation>role</translation>
    </message>
    <message>
        <source>sim</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>Pessoa salva</source>
        <translation>Person saved</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Pessoas e horas de plantão no mês</source>
        <translation>People and on-duty hours of the month</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Nova pessoa</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Mudar pessoa</source>
        <translation>Change person</translation>
    </message>
    <message>
        <source>&amp;Salvar pessoa</source>
        <translation>&amp;Save person</translation>
    </message>
    <message>
        <source>&amp;Nome</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Pa&amp;pel</source>
        <translation>&amp;Role</translation>
    </message>
    <message>
        <source>vazio não muda o guardado</source>
        <translation>left empty, the kept one stays</translation>
    </message>
    <message>
        <source>de 4 a 12 algarismos</source>
        <translation>4 to 12 digits</translation>
    </message>
    <message>
        <source>P&amp;IN</source>
        <translation>P&amp;IN</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Plantões de uma pessoa</source>
        <translation>Somebody&apos;s duties</translation>
    </message>
    <message>
        <source>&amp;Escolher arquivo</source>
        <translation>&amp;Choose file</translation>
    </message>
    <message>
        <source>&amp;Quem</source>
        <translation>Wh&amp;o</translation>
    </message>
    <message>
        <source>&amp;Desde</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;Até</source>
        <translation>&amp;Until</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Entrar como {name}</source>
        <translation>Sit down as {name}</translation>
    </message>
    <message>
        <source>&amp;Entrar</source>
        <translation>&amp;Sit down</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>&amp;PIN</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>PoliciesForm</name>
    <message>
        <source>SLA-6 · Em quanto tempo se resolve, por severidade: vale a do contrato, senão a da equipe, senão a de todos. Uma versão nova vale para o que for aberto a partir de um dia por vir; nada do que foi prometido muda (SLA-11).</source>
        <translation>SLA-6 · How soon a ticket is solved, by severity: the contract&apos;s targets hold, else the team&apos;s, else everybody&apos;s. A new version holds for what is opened from a day to come; nothing that was promised changes (SLA-11).</translation>
    </message>
    <message>
        <source>Metas</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>&amp;Novas metas…</source>
        <translation>&amp;New targets…</translation>
    </message>
    <message>
        <source>Metas salvas</source>
        <translation>Targets saved</translation>
    </message>
    <message>
        <source>A partir des&amp;ta…</source>
        <translation>Begin wi&amp;th this one…</translation>
    </message>
    <message>
        <source>para quem</source>
        <translation>for whom</translation>
    </message>
    <message>
        <source>abertos desde</source>
        <translation>opened since</translation>
    </message>
    <message>
        <source>até</source>
        <translation>until</translation>
    </message>
</context>
<context>
    <name>PolicyForm</name>
    <message>
        <source>&amp;Crítica</source>
        <translation>&amp;Critical</translation>
    </message>
    <message>
        <source>Al&amp;ta</source>
        <translation>&amp;High</translation>
    </message>
    <message>
        <source>&amp;Média</source>
        <translation>&amp;Medium</translation>
    </message>
    <message>
        <source>&amp;Baixa</source>
        <translation>&amp;Low</translation>
    </message>
    <message>
        <source>Novas metas</source>
        <translation>New targets</translation>
    </message>
    <message>
        <source>&amp;Salvar metas</source>
        <translation>&amp;Save targets</translation>
    </message>
    <message>
        <source>Suporte / manutenção, em horas (h) ou dias úteis (d). Os chamados já abertos ficam com o prazo prometido (SLA-11).</source>
        <translation>Support / maintenance, in hours (h) or business days (d). Tickets opened before keep the deadline they were promised (SLA-11).</translation>
    </message>
    <message>
        <source>Para &amp;quem</source>
        <translation>For &amp;whom</translation>
    </message>
    <message>
        <source>Abertos &amp;desde</source>
        <translation>&amp;Opened since</translation>
    </message>
    <message>
        <source>&amp;Até</source>
        <translation>&amp;Until</translation>
    </message>
    <message>
        <source>vazio: sem fim</source>
        <translation>empty: no end</translation>
    </message>
    <message>
        <source>o da equipe do chamado</source>
        <translation>that of the ticket&apos;s team</translation>
    </message>
    <message>
        <source>Cale&amp;ndário</source>
        <translation>Cale&amp;ndar</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>C&amp;ancel</translation>
    </message>
    <message>
        <source>Todos os outros</source>
        <translation>Everybody else</translation>
    </message>
    <message>
        <source>Contrato {name}</source>
        <translation>Contract {name}</translation>
    </message>
    <message>
        <source>Equipe {name}</source>
        <translation>Team {name}</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>O idioma muda quando a Bancada for aberta de novo.</source>
        <translation>The language changes when Bancada is opened again.</translation>
    </message>
</context>
<context>
    <name>QueueColumns</name>
    <message>
        <source>prazo</source>
        <translation>due</translation>
    </message>
    <message>
        <source>chamado</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>sever.</source>
        <translation>sever.</translation>
    </message>
    <message>
        <source>cliente</source>
        <translation>client</translation>
    </message>
    <message>
        <source>resumo</source>
        <translation>summary</translation>
    </message>
    <message>
        <source>produto</source>
        <translation>product</translation>
    </message>
    <message>
        <source>equipe</source>
        <translation>team</translation>
    </message>
    <message>
        <source>situação</source>
        <translation>status</translation>
    </message>
    <message>
        <source>dono</source>
        <translation>assignee</translation>
    </message>
    <message>
        <source>aberto em</source>
        <translation>opened</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message numerus="yes">
        <source>%n chamado(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vencido(s)</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>nenhum chamado</source>
        <translation>no tickets</translation>
    </message>
    <message>
        <source>Número copiado</source>
        <translation>Number copied</translation>
    </message>
</context>
<context>
    <name>QueueTable</name>
    <message>
        <source>Fila de chamados</source>
        <translation>Ticket queue</translation>
    </message>
</context>
<context>
    <name>QueueViews</name>
    <message>
        <source>&amp;Minha fila</source>
        <translation>&amp;My queue</translation>
    </message>
    <message>
        <source>E&amp;quipe</source>
        <translation>&amp;Team</translation>
    </message>
    <message>
        <source>&amp;Vencendo hoje</source>
        <translation>&amp;Due today</translation>
    </message>
    <message>
        <source>Sem &amp;dono</source>
        <translation>&amp;Unassigned</translation>
    </message>
    <message>
        <source>&amp;Plantão</source>
        <translation>On dut&amp;y</translation>
    </message>
    <message>
        <source>Pe&amp;ndentes</source>
        <translation>&amp;Pending</translation>
    </message>
    <message>
        <source>&amp;Todos</source>
        <translation>&amp;All</translation>
    </message>
    <message>
        <source>En&amp;cerrados</source>
        <translation>Cl&amp;osed</translation>
    </message>
</context>
<context>
    <name>RateForm</name>
    <message>
        <source>Nova tarifa</source>
        <translation>New rate</translation>
    </message>
    <message>
        <source>&amp;Guardar tarifa</source>
        <translation>&amp;Keep rate</translation>
    </message>
    <message>
        <source>Os dias de antes continuam com a tarifa que valia neles.</source>
        <translation>The days before keep the rate that held on them.</translation>
    </message>
    <message>
        <source>&amp;Tarifa por minuto</source>
        <translation>&amp;Rate per minute</translation>
    </message>
    <message>
        <source>&amp;Vale desde</source>
        <translation>&amp;Holds since</translation>
    </message>
    <message>
        <source>&amp;De onde vem</source>
        <translation>&amp;Where it comes from</translation>
    </message>
    <message>
        <source>contrato, aditivo…</source>
        <translation>contract, amendment…</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>RatesDialog</name>
    <message>
        <source>Tarifas e reajuste</source>
        <translation>Rates and adjustment</translation>
    </message>
    <message>
        <source>Tarifas</source>
        <translation>Rates</translation>
    </message>
    <message>
        <source>&amp;Nova tarifa…</source>
        <translation>&amp;New rate…</translation>
    </message>
    <message>
        <source>&amp;Contrato…</source>
        <translation>&amp;Contract…</translation>
    </message>
    <message>
        <source>&amp;Reajustar…</source>
        <translation>&amp;Adjust…</translation>
    </message>
    <message>
        <source>&amp;IGP-M…</source>
        <translation>&amp;IGP-M…</translation>
    </message>
    <message>
        <source>&amp;Fechar</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>vale desde</source>
        <translation>holds since</translation>
    </message>
    <message>
        <source>por minuto</source>
        <translation>per minute</translation>
    </message>
    <message>
        <source>de onde vem</source>
        <translation>where it comes from</translation>
    </message>
    <message>
        <source>quem</source>
        <translation>who</translation>
    </message>
    <message>
        <source>Próximo reajuste em {day}. {why}</source>
        <translation>Next adjustment on {day}. {why}</translation>
    </message>
    <message>
        <source>O reajuste de {day} pode ser aplicado: de {before} para {after}.</source>
        <translation>The adjustment of {day} can be applied: from {before} to {after}.</translation>
    </message>
    <message>
        <source>Próximo reajuste em {day}; hoje seria de {before} para {after}.</source>
        <translation>Next adjustment on {day}; today it would be from {before} to {after}.</translation>
    </message>
    <message>
        <source>Tarifa guardada</source>
        <translation>Rate kept</translation>
    </message>
    <message>
        <source>Contrato guardado</source>
        <translation>Contract kept</translation>
    </message>
    <message>
        <source>Reajuste aplicado</source>
        <translation>Adjustment applied</translation>
    </message>
    <message>
        <source>Mês do IGP-M guardado</source>
        <translation>Month of the IGP-M kept</translation>
    </message>
</context>
<context>
    <name>ReadyAnswers</name>
    <message>
        <source>Resposta pronta ▾</source>
        <translation>Ready answer ▾</translation>
    </message>
    <message>
        <source>Inserir uma resposta pronta</source>
        <translation>Insert a ready answer</translation>
    </message>
    <message>
        <source>Um artigo entra no texto; {chamado}, {cliente} e {contato} são trocados</source>
        <translation>An article goes into the text; {chamado} (ticket), {cliente} (client) and {contato} (contact) are replaced</translation>
    </message>
</context>
<context>
    <name>RecessForm</name>
    <message>
        <source>Recesso de todo ano</source>
        <translation>Yearly recess</translation>
    </message>
    <message>
        <source>&amp;Ver o que muda</source>
        <translation>Show what chan&amp;ges</translation>
    </message>
    <message>
        <source>Incluir um recesso</source>
        <translation>Add a recess</translation>
    </message>
    <message>
        <source>Tirar: {name}</source>
        <translation>Remove: {name}</translation>
    </message>
    <message>
        <source>&amp;O que fazer</source>
        <translation>&amp;What to do</translation>
    </message>
    <message>
        <source>&amp;Nome</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Recesso de fim de ano</source>
        <translation>Year-end recess</translation>
    </message>
    <message>
        <source>&amp;Primeiro dia</source>
        <translation>F&amp;irst day</translation>
    </message>
    <message>
        <source>dia/mês</source>
        <translation>day/month</translation>
    </message>
    <message>
        <source>Ú&amp;ltimo dia</source>
        <translation>&amp;Last day</translation>
    </message>
    <message>
        <source>&amp;Desde o ano</source>
        <translation>&amp;From the year</translation>
    </message>
    <message>
        <source>&amp;Até o ano</source>
        <translation>&amp;Until the year</translation>
    </message>
    <message>
        <source>vazio: sem fim</source>
        <translation>empty: no end</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RemindersForm</name>
    <message>
        <source>Avisos e lembretes</source>
        <translation>Warnings and reminders</translation>
    </message>
    <message>
        <source>A&amp;visos de prazo</source>
        <translation>Deadline &amp;warnings</translation>
    </message>
    <message>
        <source>SLA-9 · padrão: {default}. Parte do prazo usada, ou minutos úteis antes (-) e depois (+) dele; separe por ponto e vírgula.</source>
        <translation>SLA-9 · default: {default}. Share of the target used, or working minutes before (-) and after (+) it; separate by semicolons.</translation>
    </message>
    <message>
        <source>&amp;Repetir o aviso</source>
        <translation>Re&amp;peat the warning</translation>
    </message>
    <message>
        <source>SLA-9 · padrão: 0, não repete. De quantos em quantos minutos úteis um chamado vencido volta a ser avisado; fora do horário da equipe, só quando ela volta.</source>
        <translation>SLA-9 · default: 0, no repeat. Every how many working minutes a late ticket is told again; outside the team&apos;s hours, only when it is back.</translation>
    </message>
    <message>
        <source>&amp;Lembretes ao cliente</source>
        <translation>&amp;Reminders to the client</translation>
    </message>
    <message>
        <source>ACC-11 · padrão: {default}. Dias úteis sem resposta de um chamado pendente com o cliente; nada se encerra por isso.</source>
        <translation>ACC-11 · default: {default}. Business days without an answer to a ticket pending with the client; nothing is closed for that.</translation>
    </message>
    <message>
        <source>&amp;Salvar avisos e lembretes</source>
        <translation>&amp;Save warnings and reminders</translation>
    </message>
    <message>
        <source>Voltar ao &amp;padrão</source>
        <translation>Back to the &amp;default</translation>
    </message>
    <message>
        <source>Avisos e lembretes salvos</source>
        <translation>Warnings and reminders saved</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>todas</source>
        <translation>all</translation>
    </message>
    <message>
        <source>nome ou CNPJ</source>
        <translation>name or CNPJ</translation>
    </message>
    <message>
        <source>&amp;Documento</source>
        <translation>&amp;Document</translation>
    </message>
    <message>
        <source>&amp;Cliente</source>
        <translation>&amp;Client</translation>
    </message>
    <message>
        <source>E&amp;quipe</source>
        <translation>Te&amp;am</translation>
    </message>
    <message>
        <source>A &amp;partir de</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;Até</source>
        <translation>&amp;To</translation>
    </message>
    <message>
        <source>Documentos emitidos</source>
        <translation>Issued documents</translation>
    </message>
    <message>
        <source>Nenhum documento à vista</source>
        <translation>No document in sight</translation>
    </message>
    <message>
        <source>Escolha um documento ao lado e veja a prévia, ou abra um já emitido.</source>
        <translation>Choose a document beside and see its preview, or open one that was issued.</translation>
    </message>
    <message>
        <source>Desenhando o PDF</source>
        <translation>Drawing the PDF</translation>
    </message>
    <message>
        <source>Emitindo o documento</source>
        <translation>Issuing the document</translation>
    </message>
    <message>
        <source>documento</source>
        <translation>document</translation>
    </message>
    <message>
        <source>nº</source>
        <translation>no.</translation>
    </message>
    <message>
        <source>de quem</source>
        <translation>whose</translation>
    </message>
    <message>
        <source>emitido</source>
        <translation>issued</translation>
    </message>
    <message>
        <source>por</source>
        <translation>by</translation>
    </message>
    <message>
        <source>{title} nº {number} emitido</source>
        <translation>{title} no. {number} issued</translation>
    </message>
    <message>
        <source>Salvar PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Documento (*.pdf)</source>
        <translation>Document (*.pdf)</translation>
    </message>
    <message>
        <source>Salvar tabela</source>
        <translation>Save table</translation>
    </message>
    <message>
        <source>Tabela (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>Documento salvo: {file}</source>
        <translation>Document saved: {file}</translation>
    </message>
    <message>
        <source>Assinado e salvo: {file}</source>
        <translation>Signed and saved: {file}</translation>
    </message>
    <message>
        <source>O documento está na fila de mensagens</source>
        <translation>The document is in the outbox</translation>
    </message>
    <message>
        <source>Conferir documento</source>
        <translation>Check a document</translation>
    </message>
    <message>
        <source>Este arquivo não foi emitido aqui</source>
        <translation>This file was not issued here</translation>
    </message>
    <message>
        <source>Válido: {what}, por {by} em {when}</source>
        <translation>Valid: {what}, by {by} on {when}</translation>
    </message>
    <message>
        <source>, assinado por {name}</source>
        <translation>, signed by {name}</translation>
    </message>
    <message>
        <source>Alterado: parece {what}, por {by} em {when}</source>
        <translation>Changed: it looks like {what}, by {by} on {when}</translation>
    </message>
</context>
<context>
    <name>RosterActs</name>
    <message>
        <source>Esca&amp;la</source>
        <translation>&amp;Roster</translation>
    </message>
    <message>
        <source>Escolha antes um plantão na semana.</source>
        <translation>Choose an on-duty window of the week first.</translation>
    </message>
    <message>
        <source>Escala salva</source>
        <translation>Roster saved</translation>
    </message>
    <message>
        <source>Rodízio feito</source>
        <translation>Turns filled in</translation>
    </message>
    <message>
        <source>Semana copiada</source>
        <translation>Week copied</translation>
    </message>
    <message>
        <source>Não há plantões para trocar nestas semanas.</source>
        <translation>There are no duties to swap in these weeks.</translation>
    </message>
    <message>
        <source>Troca registrada</source>
        <translation>Swap recorded</translation>
    </message>
    <message>
        <source>Ausência salva</source>
        <translation>Absence saved</translation>
    </message>
    <message>
        <source>Salvar plantões</source>
        <translation>Save duties</translation>
    </message>
    <message>
        <source>Calendário (*.ics)</source>
        <translation>Calendar (*.ics)</translation>
    </message>
    <message>
        <source>Plantões exportados</source>
        <translation>Duties exported</translation>
    </message>
</context>
<context>
    <name>RosterPanel</name>
    <message>
        <source>Arraste uma pessoa para um plantão, ou Ctrl+Enter nele.</source>
        <translation>Drag a person onto an on-duty window, or press Ctrl+Enter on it.</translation>
    </message>
    <message>
        <source>Plantão em {month}</source>
        <translation>On duty in {month}</translation>
    </message>
</context>
<context>
    <name>RotateForm</name>
    <message>
        <source>Rodízio semanal</source>
        <translation>Weekly turns</translation>
    </message>
    <message>
        <source>&amp;Preencher vagos</source>
        <translation>Fi&amp;ll vacant ones</translation>
    </message>
    <message>
        <source>Uma pessoa por linha; cada uma fica com uma semana. O que já tem dono não muda.</source>
        <translation>One person a line; each takes a week. What somebody holds already does not change.</translation>
    </message>
    <message>
        <source>P&amp;essoas</source>
        <translation>&amp;People</translation>
    </message>
    <message>
        <source>&amp;Desde</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;Até</source>
        <translation>&amp;Until</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RoundingForm</name>
    <message>
        <source>Vale para os próximos demonstrativos; os já emitidos não mudam, nem os seus créditos.</source>
        <translation>Holds for the next statements; issued ones do not change, nor do their credits.</translation>
    </message>
    <message>
        <source>Minutos cobrados</source>
        <translation>Billed minutes</translation>
    </message>
    <message>
        <source>para cima</source>
        <translation>up</translation>
    </message>
    <message>
        <source>para o minuto mais próximo</source>
        <translation>to the nearest minute</translation>
    </message>
    <message>
        <source>para baixo</source>
        <translation>down</translation>
    </message>
    <message>
        <source>uma vez por chamado e tarifa</source>
        <translation>once per ticket and rate</translation>
    </message>
    <message>
        <source>a cada apontamento</source>
        <translation>for each entry</translation>
    </message>
    <message>
        <source>&amp;Arredondar</source>
        <translation>&amp;Round</translation>
    </message>
    <message>
        <source>CON-4 · padrão: para cima. Como os segundos que sobram viram um minuto.</source>
        <translation>CON-4 · default: up. How the seconds left over become a minute.</translation>
    </message>
    <message>
        <source>&amp;Quando</source>
        <translation>&amp;When</translation>
    </message>
    <message>
        <source>CON-4 · padrão: uma vez por chamado e tarifa, sobre a soma dos apontamentos.</source>
        <translation>CON-4 · default: once per ticket and rate, on the sum of the entries.</translation>
    </message>
    <message>
        <source>&amp;Mínimo</source>
        <translation>&amp;Minimum</translation>
    </message>
    <message>
        <source>CON-4 · padrão: 0. Minutos que se cobram ao menos, onde algo se cobra.</source>
        <translation>CON-4 · default: 0. Minutes that are billed at least, where anything is billed.</translation>
    </message>
    <message>
        <source>&amp;Salvar arredondamento</source>
        <translation>&amp;Save rounding</translation>
    </message>
    <message>
        <source>Voltar ao &amp;padrão</source>
        <translation>Back to &amp;default</translation>
    </message>
    <message>
        <source>Arredondamento salvo</source>
        <translation>Rounding saved</translation>
    </message>
</context>
<context>
    <name>RoutingForm</name>
    <message>
        <source>TKT-3 · Quem atende um chamado novo: a primeira linha que confere decide. Escreva fato = valor, separados por vírgula, uma seta e a chave da equipe; * vale para todos os outros. Os fatos: linha, módulo, rotina, versão, ambiente, categoria, contrato.</source>
        <translation>TKT-3 · Who takes a new ticket: the first line that fits decides. Write fato = valor, separated by commas, an arrow and the team&apos;s key; * stands for all others. The facts: linha (product line), módulo (module), rotina (routine), versão (version), ambiente (environment), categoria (category), contrato (contract).</translation>
    </message>
    <message>
        <source>Encaminhamento</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>&amp;Tabela</source>
        <translation>&amp;Table</translation>
    </message>
    <message>
        <source>&amp;Salvar tabela</source>
        <translation>&amp;Save table</translation>
    </message>
    <message>
        <source>Voltar ao &amp;padrão</source>
        <translation>Back to the &amp;default</translation>
    </message>
    <message>
        <source>Encaminhamento salvo</source>
        <translation>Routing saved</translation>
    </message>
</context>
<context>
    <name>RulesForm</name>
    <message>
        <source>&amp;Aceite, em dias</source>
        <translation>&amp;Acceptance, in days</translation>
    </message>
    <message>
        <source>Dias corridos para o cliente aceitar uma solução.</source>
        <translation>Calendar days in which the client accepts a solution.</translation>
    </message>
    <message>
        <source>&amp;Lembrete, dias antes</source>
        <translation>&amp;Reminder, days before</translation>
    </message>
    <message>
        <source>Dias entre o lembrete e o limite do aceite.</source>
        <translation>Days between the reminder and the limit of acceptance.</translation>
    </message>
    <message>
        <source>&amp;Hora do lembrete</source>
        <translation>&amp;Hour of the reminder</translation>
    </message>
    <message>
        <source>A partir de que hora de Brasília o lembrete sai.</source>
        <translation>From which hour in Brasília the reminder goes out.</translation>
    </message>
    <message>
        <source>A&amp;diamento, em dias</source>
        <translation>P&amp;ostponement, in days</translation>
    </message>
    <message>
        <source>Dias corridos do único adiamento do aceite.</source>
        <translation>Calendar days of the single postponement.</translation>
    </message>
    <message>
        <source>A&amp;nulação, em dias úteis</source>
        <translation>Ann&amp;ulment, in business days</translation>
    </message>
    <message>
        <source>Até quando um ato dentro do limite, registrado tarde, anula o encerramento automático.</source>
        <translation>Until when an act within the limit, recorded late, annuls the automatic closing.</translation>
    </message>
    <message>
        <source>Pes&amp;quisa, em dias</source>
        <translation>Sur&amp;vey, in days</translation>
    </message>
    <message>
        <source>Dias corridos em que a resposta à pesquisa conta.</source>
        <translation>Calendar days in which an answer to the survey counts.</translation>
    </message>
    <message>
        <source>&amp;Tentativas erradas</source>
        <translation>&amp;Wrong tries</translation>
    </message>
    <message>
        <source>Senhas ou PINs errados até a entrada fechar.</source>
        <translation>Wrong passwords or PINs until entry is locked.</translation>
    </message>
    <message>
        <source>&amp;Bloqueio, em minutos</source>
        <translation>&amp;Lock, in minutes</translation>
    </message>
    <message>
        <source>Por quanto tempo a entrada fica fechada.</source>
        <translation>For how long entry stays locked.</translation>
    </message>
    <message>
        <source>Re&amp;visão, em meses</source>
        <translation>Rev&amp;iew, in months</translation>
    </message>
    <message>
        <source>Depois disso se confere quem aprova consultoria.</source>
        <translation>After that, who approves consulting is reviewed.</translation>
    </message>
    <message>
        <source>Ane&amp;xo, em MB</source>
        <translation>Si&amp;ze of a file, in MB</translation>
    </message>
    <message>
        <source>O maior arquivo que se guarda com um chamado.</source>
        <translation>The largest file kept with a ticket.</translation>
    </message>
    <message>
        <source>Valem para o que acontece daqui em diante: o que um cliente já recebeu como prazo de aceite fica como foi prometido (SLA-11).</source>
        <translation>They hold for what happens from now on: what a client was promised for acceptance stays as it was promised (SLA-11).</translation>
    </message>
    <message>
        <source>Regras</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>{rule} · padrão: {default}. {words}</source>
        <translation>{rule} · default: {default}. {words}</translation>
    </message>
    <message>
        <source>Pasta dos anex&amp;os</source>
        <translation>&amp;Folder of files</translation>
    </message>
    <message>
        <source>TKT-2 · padrão: ao lado do banco. Só um banco PostgreSQL precisa dela: uma pasta que todas as mesas alcancem.</source>
        <translation>TKT-2 · default: beside the database. Only a PostgreSQL database needs it: a folder that all desks reach.</translation>
    </message>
    <message>
        <source>&amp;Salvar regras</source>
        <translation>&amp;Save rules</translation>
    </message>
    <message>
        <source>Voltar ao &amp;padrão</source>
        <translation>Back to the &amp;default</translation>
    </message>
    <message>
        <source>Regras salvas</source>
        <translation>Rules saved</translation>
    </message>
</context>
<context>
    <name>SaveViewDialog</name>
    <message>
        <source>Salvar visão</source>
        <translation>Save view</translation>
    </message>
    <message>
        <source>&amp;Salvar visão</source>
        <translation>&amp;Save view</translation>
    </message>
    <message>
        <source>&amp;Cancelar</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>&amp;Nome</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Substitui a visão deste nome.</source>
        <translation>Replaces the view of this name.</translation>
    </message>
</context>
<context>
    <name>Seat</name>
    <message>
        <source>Sem o PIN ninguém está à mesa; os atos ficam sem nome</source>
        <translation>Without the PIN nobody sits here; acts bear no name</translation>
    </message>
</context>
<context>
    <name>SeverityForm</name>
    <message>
        <source>SLA-1 · A severidade que o sistema dá: a primeira linha que confere decide. efeito: impede, restrição severa, restrição menor, estética ou dúvida. origem: produção, implantação, teste. contorno e corrupção: sim, não. Nenhum caso pode ficar sem linha.</source>
        <translation>SLA-1 · The severity the system gives: the first line that fits decides. efeito (effect): impede, restrição severa, restrição menor, estética ou dúvida. origem (origin): produção, implantação, teste. contorno (workaround) and corrupção (corruption): sim, não. No case may be left without a line.</translation>
    </message>
    <message>
        <source>Severidade</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>&amp;Tabela</source>
        <translation>&amp;Table</translation>
    </message>
    <message>
        <source>&amp;Salvar tabela</source>
        <translation>&amp;Save table</translation>
    </message>
    <message>
        <source>Voltar ao &amp;padrão</source>
        <translation>Back to the &amp;default</translation>
    </message>
    <message>
        <source>Tabela de severidade salva</source>
        <translation>Severity table saved</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Atalhos do teclado</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Ato</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>Tecla</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Fechar</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Com o foco na lista</source>
        <translation>While the list has the focus</translation>
    </message>
    <message>
        <source>Ir para {page}</source>
        <translation>Go to {page}</translation>
    </message>
    <message>
        <source>Em toda a janela</source>
        <translation>In the whole window</translation>
    </message>
</context>
<context>
    <name>SignForm</name>
    <message>
        <source>Salvar assinado</source>
        <translation>Save signed</translation>
    </message>
    <message>
        <source>&amp;Assinar e salvar</source>
        <translation>&amp;Sign and save</translation>
    </message>
    <message>
        <source>A assinatura (PAdES) entra depois do último byte: o documento continua como foi emitido, e Conferir documento o reconhece.</source>
        <translation>The signature (PAdES) goes after the last byte: the document stays as it was issued, and Check document knows it again.</translation>
    </message>
    <message>
        <source>&amp;Certificado</source>
        <translation>&amp;Certificate</translation>
    </message>
    <message>
        <source>Escol&amp;her o certificado…</source>
        <translation>C&amp;hoose the certificate…</translation>
    </message>
    <message>
        <source>&amp;Senha</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>Ar&amp;quivo</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Certificado (*.p12 *.pfx)</source>
        <translation>Certificate (*.p12 *.pfx)</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Banco de dados</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>Andamento do trabalho</source>
        <translation>Progress of the work</translation>
    </message>
    <message>
        <source>Ca&amp;ncelar</source>
        <translation>Ca&amp;ncel</translation>
    </message>
    <message>
        <source>Cronômetro</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Parar</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Parar o cronômetro (Shift+F9)</source>
        <translation>Stop the timer (Shift+F9)</translation>
    </message>
    <message>
        <source>Hora de Brasília</source>
        <translation>Brasília time</translation>
    </message>
    <message>
        <source>sem banco de dados</source>
        <translation>no database</translation>
    </message>
    <message>
        <source>abrindo o banco de dados…</source>
        <translation>opening the database…</translation>
    </message>
    <message>
        <source>{label}: sem conexão</source>
        <translation>{label}: no connection</translation>
    </message>
    <message>
        <source>{time} BRT</source>
        <translation>{time} BRT</translation>
    </message>
    <message>
        <source>Trabalhando…</source>
        <translation>Working…</translation>
    </message>
</context>
<context>
    <name>StatusesForm</name>
    <message>
        <source>SLA-12 · Situações próprias da mesa, uma por linha: nome = atendimento, em que o prazo corre, ou nome = pendente, em que ele para à espera do cliente. Os chamados que já têm uma ficam com ela.</source>
        <translation>SLA-12 · The desk&apos;s own statuses, one a line: name = atendimento (attendance), in which the clock runs, or name = pendente (pending), in which it waits for the client. Tickets that have one keep it.</translation>
    </message>
    <message>
        <source>Situações</source>
        <translation>Statuses</translation>
    </message>
    <message>
        <source>&amp;Situações da mesa</source>
        <translation>&amp;Statuses of the desk</translation>
    </message>
    <message>
        <source>Sal&amp;var situações</source>
        <translation>Sa&amp;ve statuses</translation>
    </message>
    <message>
        <source>Situações salvas</source>
        <translation>Statuses saved</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Parecidos, já resolvidos</source>
        <translation>Similar ones, solved</translation>
    </message>
    <message>
        <source>Artigos e chamados parecidos, já resolvidos</source>
        <translation>Similar articles and tickets, solved already</translation>
    </message>
    <message>
        <source>artigo</source>
        <translation>article</translation>
    </message>
    <message>
        <source>Isto resolveu: &amp;não abrir</source>
        <translation>This solved it: open &amp;none</translation>
    </message>
</context>
<context>
    <name>SwapForm</name>
    <message>
        <source>Trocar plantões</source>
        <translation>Swap duties</translation>
    </message>
    <message>
        <source>&amp;Registrar troca</source>
        <translation>&amp;Record swap</translation>
    </message>
    <message>
        <source>&amp;Plantão de quem pede</source>
        <translation>&amp;Duty of who asks</translation>
    </message>
    <message>
        <source>&amp;Trocar com</source>
        <translation>&amp;Swap with</translation>
    </message>
    <message>
        <source>ex.: concordou por telefone, hoje às 10h</source>
        <translation>e.g. agreed on the phone, today at 10</translation>
    </message>
    <message>
        <source>&amp;Como o colega concordou</source>
        <translation>&amp;How the colleague agreed</translation>
    </message>
    <message>
        <source>Cancelar</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>TableImportDialog</name>
    <message>
        <source>Tabela a importar</source>
        <translation>Table to import</translation>
    </message>
    <message>
        <source>E&amp;scolher…</source>
        <translation>Ch&amp;oose…</translation>
    </message>
    <message>
        <source>O que cada linha faz</source>
        <translation>What each line does</translation>
    </message>
    <message>
        <source>Nenhuma tabela escolhida</source>
        <translation>No table chosen</translation>
    </message>
    <message>
        <source>&amp;Importar</source>
        <translation>&amp;Import</translation>
    </message>
    <message>
        <source>&amp;Fechar</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Tabelas (*.csv *.gz *.txt)</source>
        <translation>Tables (*.csv *.gz *.txt)</translation>
    </message>
</context>
<context>
    <name>TermsForm</name>
    <message>
        <source>Reajuste anual do contrato</source>
        <translation>Yearly adjustment of the contract</translation>
    </message>
    <message>
        <source>&amp;Guardar</source>
        <translation>&amp;Keep</translation>
    </message>
    <message>
        <source>&amp;Data-base</source>
        <translation>&amp;Anniversary</translation>
    </message>
    <message>
        <source>mantém a tarifa</source>
        <translation>keeps the rate</translation>
    </message>
    <message>
        <source>reduz a tarifa</source>
        <translation>lowers the rate</translation>
    </message>
    <message>
        <source>&amp;Índice negativo</source>
        <translation>&amp;Negative index</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>TextsForm</name>
    <message>
        <source>Nomes entre chaves são trocados pelos dados do chamado.</source>
        <translation>Names in braces are replaced by the ticket&apos;s facts.</translation>
    </message>
    <message>
        <source>Textos das mensagens</source>
        <translation>Texts of messages</translation>
    </message>
    <message>
        <source>Como fica</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>&amp;Idioma das mensagens</source>
        <translation>&amp;Language of messages</translation>
    </message>
    <message>
        <source>&amp;Mensagem</source>
        <translation>&amp;Message</translation>
    </message>
    <message>
        <source>&amp;Assunto</source>
        <translation>Su&amp;bject</translation>
    </message>
    <message>
        <source>Te&amp;xto</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>&amp;Salvar texto</source>
        <translation>&amp;Save text</translation>
    </message>
    <message>
        <source>Voltar ao &amp;original</source>
        <translation>Back to the &amp;original</translation>
    </message>
    <message>
        <source>Dados desta mensagem: {names}</source>
        <translation>Facts of this message: {names}</translation>
    </message>
    <message>
        <source>Idioma das mensagens trocado</source>
        <translation>Language of messages changed</translation>
    </message>
    <message>
        <source>Texto salvo</source>
        <translation>Text saved</translation>
    </message>
    <message>
        <source>Texto original de volta</source>
        <translation>Original text is back</translation>
    </message>
</context>
<context>
    <name>TicketActs</name>
    <message numerus="yes">
        <source>{act}: %n chamado(s)</source>
        <translation>
            <numerusform>{act}: %n ticket</numerusform>
            <numerusform>{act}: %n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Desfazendo</source>
        <translation>Undoing</translation>
    </message>
    <message numerus="yes">
        <source>Desfeito em %n chamado(s)</source>
        <translation>
            <numerusform>Taken back on %n ticket</numerusform>
            <numerusform>Taken back on %n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Anexando</source>
        <translation>Attaching</translation>
    </message>
    <message numerus="yes">
        <source>%n arquivo(s) anexado(s)</source>
        <translation>
            <numerusform>%n file attached</numerusform>
            <numerusform>%n files attached</numerusform>
        </translation>
    </message>
    <message>
        <source>{act}: chamado {number}</source>
        <translation>{act}: ticket {number}</translation>
    </message>
    <message>
        <source>Ver</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Enquanto você escrevia: {what}</source>
        <translation>While you were writing: {what}</translation>
    </message>
    <message>
        <source>Desfazer</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>&amp;Contato</source>
        <translation>&amp;Contact</translation>
    </message>
    <message>
        <source>Ca&amp;nal</source>
        <translation>Cha&amp;nnel</translation>
    </message>
    <message>
        <source>&amp;Gravação</source>
        <translation>Recordin&amp;g</translation>
    </message>
    <message>
        <source>&amp;Quando</source>
        <translation>&amp;When</translation>
    </message>
    <message>
        <source>&amp;Motivo</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Assumir</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Atribuir…</source>
        <translation>Assign…</translation>
    </message>
    <message>
        <source>Atri&amp;buir</source>
        <translation>A&amp;ssign</translation>
    </message>
    <message>
        <source>&amp;Dono</source>
        <translation>&amp;Owner</translation>
    </message>
    <message>
        <source>Interagir…</source>
        <translation>Interact…</translation>
    </message>
    <message>
        <source>&amp;Registrar interação</source>
        <translation>R&amp;ecord interaction</translation>
    </message>
    <message>
        <source>&amp;Quem vê</source>
        <translation>&amp;Who sees it</translation>
    </message>
    <message>
        <source>&amp;Texto</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>Interagir</source>
        <translation>Interact</translation>
    </message>
    <message>
        <source>Pendenciar…</source>
        <translation>Wait for client…</translation>
    </message>
    <message>
        <source>Pe&amp;ndenciar</source>
        <translation>&amp;Wait for client</translation>
    </message>
    <message>
        <source>&amp;Pergunta ao cliente</source>
        <translation>&amp;Question to the client</translation>
    </message>
    <message>
        <source>Pendenciar</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>Cliente respondeu…</source>
        <translation>Client answered…</translation>
    </message>
    <message>
        <source>&amp;Registrar resposta</source>
        <translation>R&amp;ecord answer</translation>
    </message>
    <message>
        <source>Resposta</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Enviar à manutenção</source>
        <translation>Send to maintenance</translation>
    </message>
    <message>
        <source>Manutenção</source>
        <translation>Maintenance</translation>
    </message>
    <message>
        <source>Voltar ao suporte</source>
        <translation>Back to support</translation>
    </message>
    <message>
        <source>Suporte</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Transferir…</source>
        <translation>Transfer…</translation>
    </message>
    <message>
        <source>&amp;Transferir</source>
        <translation>&amp;Transfer</translation>
    </message>
    <message>
        <source>&amp;Equipe</source>
        <translation>T&amp;eam</translation>
    </message>
    <message>
        <source>Mudar severidade…</source>
        <translation>Change severity…</translation>
    </message>
    <message>
        <source>Mudar &amp;severidade</source>
        <translation>Change &amp;severity</translation>
    </message>
    <message>
        <source>Se&amp;veridade</source>
        <translation>Se&amp;verity</translation>
    </message>
    <message>
        <source>Registrar solução…</source>
        <translation>Record solution…</translation>
    </message>
    <message>
        <source>&amp;Registrar solução</source>
        <translation>R&amp;ecord solution</translation>
    </message>
    <message>
        <source>S&amp;olução</source>
        <translation>S&amp;olution</translation>
    </message>
    <message>
        <source>Solução</source>
        <translation>Solution</translation>
    </message>
    <message>
        <source>Registrar aceite…</source>
        <translation>Record acceptance…</translation>
    </message>
    <message>
        <source>&amp;Registrar aceite</source>
        <translation>R&amp;ecord acceptance</translation>
    </message>
    <message>
        <source>C&amp;omentário</source>
        <translation>C&amp;omment</translation>
    </message>
    <message>
        <source>Aceite</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>Registrar recusa…</source>
        <translation>Record refusal…</translation>
    </message>
    <message>
        <source>&amp;Registrar recusa</source>
        <translation>R&amp;ecord refusal</translation>
    </message>
    <message>
        <source>Recusa</source>
        <translation>Refusal</translation>
    </message>
    <message>
        <source>Postergar aceite…</source>
        <translation>Postpone acceptance…</translation>
    </message>
    <message>
        <source>Postergar o ac&amp;eite</source>
        <translation>&amp;Postpone acceptance</translation>
    </message>
    <message>
        <source>Postergar</source>
        <translation>Postpone</translation>
    </message>
    <message>
        <source>Marcar mensagem como comentário</source>
        <translation>Mark message as a comment</translation>
    </message>
    <message>
        <source>Enviar à Inovação</source>
        <translation>Send to Innovation</translation>
    </message>
    <message>
        <source>Enviar à Fábrica de Software</source>
        <translation>Send to the software factory</translation>
    </message>
    <message>
        <source>Cancelar a pedido do cliente…</source>
        <translation>Cancel at the client’s request…</translation>
    </message>
    <message>
        <source>&amp;Encerrar como cancelado</source>
        <translation>Clos&amp;e as cancelled</translation>
    </message>
    <message>
        <source>Combinar prazo…</source>
        <translation>Agree a deadline…</translation>
    </message>
    <message>
        <source>&amp;Combinar prazo</source>
        <translation>A&amp;gree the deadline</translation>
    </message>
    <message>
        <source>&amp;Prazo</source>
        <translation>&amp;Deadline</translation>
    </message>
    <message>
        <source>Voltar ao prazo calculado</source>
        <translation>Back to the computed deadline</translation>
    </message>
    <message>
        <source>Mudar situação…</source>
        <translation>Change status…</translation>
    </message>
    <message>
        <source>&amp;Mudar situação</source>
        <translation>C&amp;hange status</translation>
    </message>
    <message>
        <source>&amp;Situação</source>
        <translation>&amp;Status</translation>
    </message>
    <message>
        <source>Vincular a outro chamado…</source>
        <translation>Link to another ticket…</translation>
    </message>
    <message>
        <source>&amp;Vincular</source>
        <translation>Lin&amp;k</translation>
    </message>
    <message>
        <source>&amp;Chamado</source>
        <translation>&amp;Ticket</translation>
    </message>
    <message>
        <source>Abrir continuação…</source>
        <translation>Open a follow-up…</translation>
    </message>
    <message>
        <source>A&amp;brir continuação</source>
        <translation>&amp;Open follow-up</translation>
    </message>
    <message>
        <source>Unir a outro, como duplicado…</source>
        <translation>Merge into another, as a duplicate…</translation>
    </message>
    <message>
        <source>&amp;Unir</source>
        <translation>&amp;Merge</translation>
    </message>
    <message>
        <source>&amp;Chamado que fica</source>
        <translation>&amp;Ticket that stays</translation>
    </message>
    <message>
        <source>Desfazer a união</source>
        <translation>Undo the merge</translation>
    </message>
    <message>
        <source>Registrar opinião…</source>
        <translation>Record the opinion…</translation>
    </message>
    <message>
        <source>&amp;Registrar opinião</source>
        <translation>&amp;Record the opinion</translation>
    </message>
    <message>
        <source>&amp;Nota</source>
        <translation>&amp;Mark</translation>
    </message>
    <message>
        <source>Tratar como consultoria…</source>
        <translation>Treat as consulting…</translation>
    </message>
    <message>
        <source>T&amp;ratar como consultoria</source>
        <translation>T&amp;reat as consulting</translation>
    </message>
    <message>
        <source>A&amp;gendar</source>
        <translation>A&amp;gree</translation>
    </message>
    <message>
        <source>&amp;Tipo</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>&amp;Escopo</source>
        <translation>&amp;Scope</translation>
    </message>
    <message>
        <source>&amp;Unidade, se in loco</source>
        <translation>&amp;Unit, if in loco</translation>
    </message>
    <message>
        <source>Deixar de ser consultoria…</source>
        <translation>No consulting any more…</translation>
    </message>
    <message>
        <source>&amp;Voltar ao suporte comum</source>
        <translation>&amp;Back to plain support</translation>
    </message>
    <message>
        <source>Registrar aprovação da carta…</source>
        <translation>Record approval of the letter…</translation>
    </message>
    <message>
        <source>&amp;Registrar aprovação</source>
        <translation>&amp;Record approval</translation>
    </message>
    <message>
        <source>Decidir a causa…</source>
        <translation>Decide the cause…</translation>
    </message>
    <message>
        <source>&amp;Decidir a causa</source>
        <translation>&amp;Decide the cause</translation>
    </message>
    <message>
        <source>&amp;Causa</source>
        <translation>&amp;Cause</translation>
    </message>
    <message>
        <source>Agendar com o cliente…</source>
        <translation>Agree a time with the client…</translation>
    </message>
    <message>
        <source>&amp;Início</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Fim</source>
        <translation>&amp;End</translation>
    </message>
    <message>
        <source>F&amp;erramenta</source>
        <translation>&amp;Tool</translation>
    </message>
    <message>
        <source>E&amp;specialista</source>
        <translation>S&amp;pecialist</translation>
    </message>
</context>
<context>
    <name>TicketPanel</name>
    <message>
        <source>sem prazo calculado</source>
        <translation>no deadline computed</translation>
    </message>
    <message>
        <source>parado, restam {left}</source>
        <translation>on hold, {left} left</translation>
    </message>
    <message>
        <source>prazo {due} · {left}</source>
        <translation>due {due} · {left}</translation>
    </message>
    <message>
        <source>Nenhum chamado escolhido</source>
        <translation>No ticket chosen</translation>
    </message>
    <message>
        <source>Escolha um chamado na lista para ver a conversa, o prazo e o histórico.</source>
        <translation>Choose a ticket in the list to see its conversation, deadline and history.</translation>
    </message>
    <message>
        <source>Partes do chamado</source>
        <translation>Parts of the ticket</translation>
    </message>
    <message>
        <source>Con&amp;versa</source>
        <translation>Con&amp;versation</translation>
    </message>
    <message>
        <source>P&amp;razo</source>
        <translation>Deadl&amp;ine</translation>
    </message>
    <message>
        <source>Cons&amp;ultoria</source>
        <translation>Cons&amp;ulting</translation>
    </message>
    <message>
        <source>Ane&amp;xos</source>
        <translation>File&amp;s</translation>
    </message>
    <message>
        <source>&amp;Histórico</source>
        <translation>&amp;History</translation>
    </message>
</context>
<context>
    <name>TimeForm</name>
    <message>
        <source>Apontar tempo</source>
        <translation>Log time</translation>
    </message>
    <message>
        <source>Corrigir apontamento</source>
        <translation>Correct time entry</translation>
    </message>
    <message>
        <source>&amp;Apontar</source>
        <translation>&amp;Log</translation>
    </message>
    <message>
        <source>&amp;Corrigir</source>
        <translation>&amp;Correct</translation>
    </message>
    <message>
        <source>&amp;Chamado</source>
        <translation>Ti&amp;cket</translation>
    </message>
    <message>
        <source>&amp;Dia</source>
        <translation>&amp;Day</translation>
    </message>
    <message>
        <source>&amp;Início</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Fim</source>
        <translation>&amp;End</translation>
    </message>
    <message>
        <source>A&amp;tividade</source>
        <translation>Acti&amp;vity</translation>
    </message>
    <message>
        <source>&amp;Para quem</source>
        <translation>&amp;For whom</translation>
    </message>
    <message>
        <source>&amp;O que foi feito</source>
        <translation>What was d&amp;one</translation>
    </message>
    <message>
        <source>&amp;Motivo</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>por que se corrige</source>
        <translation>why it is corrected</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>TimeImport</name>
    <message>
        <source>chamado</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>pessoa</source>
        <translation>person</translation>
    </message>
    <message>
        <source>início</source>
        <translation>start</translation>
    </message>
    <message>
        <source>fim</source>
        <translation>end</translation>
    </message>
    <message>
        <source>minutos</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>atividade</source>
        <translation>activity</translation>
    </message>
    <message>
        <source>cliente ou interno</source>
        <translation>client or internal</translation>
    </message>
    <message>
        <source>o que foi feito</source>
        <translation>what was done</translation>
    </message>
</context>
<context>
    <name>TimerQuestion</name>
    <message>
        <source>Cronômetro sem sinal</source>
        <translation>Timer without a sign</translation>
    </message>
    <message>
        <source>O cronômetro do chamado {number} ficou sem sinal seu</source>
        <translation>The timer of ticket {number} has had no sign of you</translation>
    </message>
    <message>
        <source>Desde {when}, há {time}. O que vale desse tempo?</source>
        <translation>Since {when}, for {time}. What of that time counts?</translation>
    </message>
    <message>
        <source>&amp;Encerrar ali: {time} valem</source>
        <translation>&amp;End it there: {time} count</translation>
    </message>
    <message>
        <source>Encerrar ali e &amp;recomeçar agora</source>
        <translation>End it there and &amp;begin again now</translation>
    </message>
    <message>
        <source>Eu estava trabalhando: &amp;manter tudo</source>
        <translation>I was at work: &amp;keep it all</translation>
    </message>
</context>
<context>
    <name>TimerWatch</name>
    <message>
        <source>Escolha um chamado para iniciar o cronômetro</source>
        <translation>Choose a ticket to start the timer</translation>
    </message>
    <message>
        <source>Cronômetro</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>{time} apontados no chamado {number}</source>
        <translation>{time} logged on ticket {number}</translation>
    </message>
    <message>
        <source>⏱ {time} chamado {number}</source>
        <translation>⏱ {time} ticket {number}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Fechar</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Vacancy</name>
    <message>
        <source>Nenhum chamado com estes filtros</source>
        <translation>No ticket with these filters</translation>
    </message>
    <message>
        <source>Aqui ficam os chamados da visão que combinam com o que foi escolhido.</source>
        <translation>Here stand the tickets of the view that match what was chosen.</translation>
    </message>
    <message>
        <source>Ainda não há chamados aqui</source>
        <translation>No tickets here yet</translation>
    </message>
    <message>
        <source>Os chamados aparecem assim que forem abertos ou importados.</source>
        <translation>Tickets appear as soon as they are opened or imported.</translation>
    </message>
    <message>
        <source>Nada nesta visão</source>
        <translation>Nothing in this view</translation>
    </message>
    <message>
        <source>Quando um chamado couber aqui, ele aparece sozinho, em ordem de urgência.</source>
        <translation>When a ticket belongs here it appears by itself, in order of urgency.</translation>
    </message>
</context>
<context>
    <name>ViewRow</name>
    <message>
        <source>Quem está à mesa e assina os atos; a sua fila e a sua equipe</source>
        <translation>Who sits here and signs the acts; their queue and their team</translation>
    </message>
    <message>
        <source>Quem é você?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>Quem olha a fila: {who}</source>
        <translation>Who looks at the queue: {who}</translation>
    </message>
    <message>
        <source>Minha fila é a de</source>
        <translation>My queue is that of</translation>
    </message>
    <message>
        <source>Minha equipe é</source>
        <translation>My team is</translation>
    </message>
    <message>
        <source>Visão salva; Del a esquece</source>
        <translation>Saved view; Del forgets it</translation>
    </message>
    <message>
        <source>Esquecer a visão</source>
        <translation>Forget the view</translation>
    </message>
</context>
<context>
    <name>ViewShelf</name>
    <message>
        <source>Visão salva: {name}</source>
        <translation>View saved: {name}</translation>
    </message>
    <message>
        <source>Visão esquecida: {name}</source>
        <translation>View forgotten: {name}</translation>
    </message>
    <message>
        <source>Desfazer</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>VoidForm</name>
    <message>
        <source>Anular apontamento</source>
        <translation>Void time entry</translation>
    </message>
    <message>
        <source>&amp;Anular</source>
        <translation>&amp;Void</translation>
    </message>
    <message>
        <source>Está num demonstrativo emitido: o próximo traz o crédito (CON-7).</source>
        <translation>It is on an issued statement: the next one brings the credit (CON-7).</translation>
    </message>
    <message>
        <source>O apontamento fica à vista, riscado, e deixa de contar.</source>
        <translation>The entry stays in sight, struck through, and counts no more.</translation>
    </message>
    <message>
        <source>&amp;Motivo</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Cance&amp;lar</source>
        <translation>Cance&amp;l</translation>
    </message>
</context>
<context>
    <name>WeekDialog</name>
    <message>
        <source>Semana</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>De quem é a semana</source>
        <translation>Whose week it is</translation>
    </message>
    <message>
        <source>Semana por chamado e dia</source>
        <translation>Week by ticket and day</translation>
    </message>
    <message>
        <source>O dia escolhido</source>
        <translation>The chosen day</translation>
    </message>
    <message>
        <source>Semana anterior</source>
        <translation>Previous week</translation>
    </message>
    <message>
        <source>Próxima semana</source>
        <translation>Next week</translation>
    </message>
    <message>
        <source>&amp;Fechar</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Enter na célula ou num intervalo aponta tempo; num apontamento, corrige; Delete anula.</source>
        <translation>Enter in a cell or a gap logs time; on an entry it corrects; Delete voids.</translation>
    </message>
    <message>
        <source>{first} a {last} · {time} apontadas</source>
        <translation>{first} to {last} · {time} logged</translation>
    </message>
    <message>
        <source>chamado</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>total do dia</source>
        <translation>total of the day</translation>
    </message>
    <message>
        <source>sem apontamento</source>
        <translation>nothing logged</translation>
    </message>
    <message>
        <source>há horas da equipe sem apontamento</source>
        <translation>some of the team&apos;s hours have nothing logged</translation>
    </message>
    <message>
        <source>reservado</source>
        <translation>reserved</translation>
    </message>
    <message>
        <source>horas da equipe sem apontamento</source>
        <translation>hours of the team with nothing logged</translation>
    </message>
    <message>
        <source>de</source>
        <translation>from</translation>
    </message>
    <message>
        <source>a</source>
        <translation>to</translation>
    </message>
    <message>
        <source>tempo</source>
        <translation>time</translation>
    </message>
    <message>
        <source>atividade</source>
        <translation>activity</translation>
    </message>
    <message>
        <source>o que foi feito</source>
        <translation>what was done</translation>
    </message>
    <message>
        <source>anulado: {reason}</source>
        <translation>voided: {reason}</translation>
    </message>
    <message>
        <source>Apontamento corrigido</source>
        <translation>Entry corrected</translation>
    </message>
    <message>
        <source>Apontamento anulado</source>
        <translation>Entry voided</translation>
    </message>
    <message>
        <source>Tempo apontado</source>
        <translation>Time logged</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>Boas-vindas à Bancada</source>
        <translation>Welcome to Bancada</translation>
    </message>
    <message>
        <source>Por onde começar?</source>
        <translation>Where to begin?</translation>
    </message>
    <message>
        <source>Ver a &amp;demonstração</source>
        <translation>See the &amp;demo</translation>
    </message>
    <message>
        <source>Uma pequena central fictícia, que some ao fechar.</source>
        <translation>A small fictional help desk, gone when you close it.</translation>
    </message>
    <message>
        <source>Criar um banco &amp;novo</source>
        <translation>Make a &amp;new database</translation>
    </message>
    <message>
        <source>Um arquivo neste computador, vazio, na sua pasta de dados.</source>
        <translation>A file on this computer, empty, in your data folder.</translation>
    </message>
    <message>
        <source>&amp;Importar um registro de chamados</source>
        <translation>&amp;Import a ticket log</translation>
    </message>
    <message>
        <source>Um banco novo, preenchido por um arquivo CSV de outro sistema.</source>
        <translation>A new database, filled from a CSV file of another system.</translation>
    </message>
    <message>
        <source>Conectar ao banco da &amp;equipe</source>
        <translation>Connect to the t&amp;eam’s database</translation>
    </message>
    <message>
        <source>Um servidor PostgreSQL ou um arquivo que já existe.</source>
        <translation>A PostgreSQL server or a file that already exists.</translation>
    </message>
    <message>
        <source>Endere&amp;ço</source>
        <translation>&amp;Address</translation>
    </message>
    <message>
        <source>Conec&amp;tar</source>
        <translation>Connec&amp;t</translation>
    </message>
    <message>
        <source>O endereço começa por postgresql:// (servidor) ou sqlite:/// (arquivo).</source>
        <translation>The address begins with postgresql:// (server) or sqlite:/// (file).</translation>
    </message>
</context>
<context>
    <name>WhatIfDialog</name>
    <message>
        <source>O que muda antes de salvar</source>
        <translation>What changes, before saving</translation>
    </message>
    <message>
        <source>Calculando os prazos…</source>
        <translation>Working out the deadlines…</translation>
    </message>
    <message>
        <source>O dia já &amp;passou: devolver este tempo aos chamados em aberto</source>
        <translation>The day has &amp;passed: give this time back to open tickets</translation>
    </message>
    <message>
        <source>Andamento do cálculo</source>
        <translation>Progress of the calculation</translation>
    </message>
    <message>
        <source>Prazos que mudam</source>
        <translation>Deadlines that move</translation>
    </message>
    <message>
        <source>decreto, ata, pedido…</source>
        <translation>decree, minutes, request…</translation>
    </message>
    <message>
        <source>&amp;Salvar calendário</source>
        <translation>&amp;Save calendar</translation>
    </message>
    <message>
        <source>&amp;Motivo</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>&amp;Fonte</source>
        <translation>S&amp;ource</translation>
    </message>
    <message>
        <source>&amp;Voltar</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>chamado</source>
        <translation>ticket</translation>
    </message>
    <message>
        <source>severidade</source>
        <translation>severity</translation>
    </message>
    <message>
        <source>prazo de hoje</source>
        <translation>deadline today</translation>
    </message>
    <message>
        <source>prazo depois</source>
        <translation>deadline then</translation>
    </message>
    <message>
        <source>o que acontece</source>
        <translation>what happens</translation>
    </message>
    <message>
        <source>não se calcula</source>
        <translation>cannot be computed</translation>
    </message>
    <message>
        <source>parado, resta {time}</source>
        <translation>paused, {time} left</translation>
    </message>
    <message numerus="yes">
        <source>Nenhum prazo muda, de %n chamado(s) em aberto.</source>
        <translation>
            <numerusform>No deadline moves, of %n open ticket.</numerusform>
            <numerusform>No deadline moves, of %n open tickets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prazo(s) muda(m)</source>
        <translation>
            <numerusform>%n deadline moves</numerusform>
            <numerusform>%n deadlines move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passa(m) a estar atrasado(s)</source>
        <translation>
            <numerusform>%n becomes late</numerusform>
            <numerusform>%n become late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deixa(m) de estar atrasado(s)</source>
        <translation>
            <numerusform>%n is late no longer</numerusform>
            <numerusform>%n are late no longer</numerusform>
        </translation>
    </message>
    <message>
        <source>aparecem os {n} mais urgentes</source>
        <translation>the {n} most urgent are shown</translation>
    </message>
    <message>
        <source>passa a estar atrasado</source>
        <translation>becomes late</translation>
    </message>
    <message>
        <source>deixa de estar atrasado</source>
        <translation>is late no longer</translation>
    </message>
    <message>
        <source>mais tarde</source>
        <translation>later</translation>
    </message>
    <message>
        <source>mais cedo</source>
        <translation>sooner</translation>
    </message>
    <message>
        <source>Salvando o calendário</source>
        <translation>Saving the calendar</translation>
    </message>
    <message>
        <source>Calendário salvo</source>
        <translation>Calendar saved</translation>
    </message>
    <message>
        <source>Parado: nada foi salvo.</source>
        <translation>Stopped: nothing was saved.</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Tentar de novo</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Escolher por onde começar…</source>
        <translation>Choose where to begin…</translation>
    </message>
    <message>
        <source>Abrindo…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Abrindo o banco de dados…</source>
        <translation>Opening the database…</translation>
    </message>
    <message>
        <source>Abrindo o banco de dados</source>
        <translation>Opening the database</translation>
    </message>
    <message>
        <source>Nenhum banco de dados aberto</source>
        <translation>No database is open</translation>
    </message>
    <message>
        <source>Aqui fica a fila de chamados, assim que um banco for escolhido.</source>
        <translation>The queue of tickets stands here as soon as a database is chosen.</translation>
    </message>
    <message>
        <source>O banco de dados não abriu</source>
        <translation>The database did not open</translation>
    </message>
</context>
</TS>
